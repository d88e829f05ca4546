// Prints like mocha's spec reporter and leaves the counts in the file that $IIS_DOCTOR_REPORT names, for `npm test`.
const { writeFileSync } = require('node:fs');
const {
  reporters: { Spec },
} = require('mocha');

module.exports = class Reporter extends Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats;
      const file = process.env.IIS_DOCTOR_REPORT;
      if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
};
