import type { AttributeSchema, Validator } from '../schema/model';
import { timeText } from '../schema/timeSpan';

/** Type and default of an attribute in a few words: `timeSpan, default 00:20:00`. */
export function attributeText({ type, defaultValue, required }: AttributeSchema): string {
  const rest = required ? ', required' : defaultValue ? `, default ${defaultValue}` : '';
  return `${type}${rest}`;
}

/** What a value must fulfil, as the end of a sentence; null where nothing is known beyond its type. */
export function limitText({ validator, timeSpanFormat }: AttributeSchema): string | null {
  if (!validator) return null;
  switch (validator.kind) {
    case 'integerRange':
      return `${validator.exclude ? 'not ' : ''}${validator.min} to ${validator.max}`;
    case 'timeSpanRange': {
      const time = (seconds: number): string => timeText(seconds, timeSpanFormat);
      const step = validator.granularity > 1 ? `, in steps of ${time(validator.granularity)}` : '';
      return `${validator.exclude ? 'not ' : ''}${time(validator.min)} to ${time(validator.max)}${step}`;
    }
    case 'nonEmptyString':
    case 'requireTrimmedString':
    case 'applicationPoolName':
    case 'siteName':
    case 'applicationPath':
    case 'virtualDirectoryPath':
      return TEXTS[validator.kind];
  }
}

const TEXTS: Readonly<Record<Exclude<Validator['kind'], 'integerRange' | 'timeSpanRange'>, string>> = {
  nonEmptyString: 'not empty',
  requireTrimmedString: 'no blanks at its ends',
  applicationPoolName: 'none of | < > & \\ " / [ ] + = ; : , ? * @',
  siteName: 'neither / nor ?',
  applicationPath: 'begins with /, ends with none',
  virtualDirectoryPath: 'begins with /, ends with none',
};
