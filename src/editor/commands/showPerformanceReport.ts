import type { Command } from '../command';
import { performancePage } from '../performancePage';

/** Shows how fast the language server answers, what memory it takes and where it left something out. */
const showPerformanceReport: Command = async ({ server, explanations }) => {
  const report = await server.performanceReport();
  if (report) await explanations.show(performancePage(report));
};
export default showPerformanceReport;
