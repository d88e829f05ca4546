// npm run sweep: damages every element of the real configurations of the corpus, in every way that the schema forbids,
// and counts which damage a check finds, exactly once and at its place. Before that it asks for hovers and completions
// wherever the schema has something to say, and counts the answers.
import { LineMap } from '../../src/engine/text/lineMap';
import { realConfigs } from '../kit/configCorpus';
import { sweepAnswers } from './answers';
import { answersTable, sweepTable } from './table';
import { sweep } from './sweep';

const SHOWN = Number(process.argv[2] ?? 30);

const configs = realConfigs();
if (configs) {
  const answers = sweepAnswers(configs);
  for (const { config, kind, offset } of answers.silent.slice(0, SHOWN)) {
    const { line } = new LineMap(config.text).position(offset);
    console.log(`${config.file}:${line} ${kind}: no answer`);
  }
  const answered = answersTable(answers);
  console.log(`${answered.text}\n`);
  if (!answered.isGood) process.exitCode = 1;
  const started = performance.now();
  const outcome = sweep(configs);
  const seconds = (performance.now() - started) / 1000;
  for (const { config, fault, findings } of outcome.missed.slice(0, SHOWN)) {
    const { line } = new LineMap(config.text).position(fault.place.element.start);
    const said = findings.map(({ rule, message }) => `${rule}: ${message}`).join(' | ') || 'nothing';
    console.log(`${config.file}:${line} <${fault.place.element.name}> ${fault.kind}: ${said}`);
  }
  const { text, isGood } = sweepTable(outcome);
  console.log(`\n${configs.length} files, ${seconds.toFixed(1)} s\n${text}`);
  if (!isGood) process.exitCode = 1;
} else {
  console.error('The corpus is not there: name its folder in IIS_DOCTOR_CORPUS.');
  process.exitCode = 1;
}
