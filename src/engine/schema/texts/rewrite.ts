import { defineTexts } from '../texts';

const REWRITE = 'system.webServer/rewrite';
const RULE = `${REWRITE}/rules/rule`;
const OUT = `${REWRITE}/outboundRules`;

export default defineTexts({
  [`${REWRITE}/rules`]:
    'Rules that change or answer requests, tried in their order on the path without its leading slash.',
  [`${REWRITE}/globalRules`]: 'Rules for every site of the server, before those of the sites.',
  [RULE]: 'A rule: a pattern for the path, conditions, and what to do when all of it fits.',
  [`${RULE}@name`]: 'Name of the rule, different from all others at this path.',
  [`${RULE}@enabled`]: 'Whether the rule is looked at.',
  [`${RULE}@patternSyntax`]:
    'How the patterns are written: regular expressions of ECMAScript, wildcards with `*`, or the exact text.',
  [`${RULE}@stopProcessing`]: 'Whether no later rule is tried when this one fits.',
  [`${RULE}/match@url`]: 'Pattern for the path. The path has no leading slash here, and no host and query.',
  [`${RULE}/match@ignoreCase`]: 'Whether case does not matter.',
  [`${RULE}/match@negate`]: 'Whether the rule fits where the pattern does not. There is no `{R:1}` then.',
  [`${RULE}/conditions@logicalGrouping`]: 'Whether all conditions must hold or one is enough.',
  [`${RULE}/conditions@trackAllCaptures`]:
    'Whether `{C:n}` counts the groups of all conditions on, not only those of the last one that held.',
  [`${RULE}/conditions/add@input`]:
    'What is looked at: `{HTTPS}`, `{HTTP_HOST}`, `{QUERY_STRING}`, `{REQUEST_FILENAME}`, any header as `{HTTP_…}`.',
  [`${RULE}/conditions/add@matchType`]:
    'Whether a pattern is compared, or the input must be a file or folder that exists.',
  [`${RULE}/conditions/add@pattern`]: 'Pattern for the input; its groups are `{C:1}` and so on.',
  [`${RULE}/conditions/add@ignoreCase`]: 'Whether case does not matter.',
  [`${RULE}/conditions/add@negate`]: 'Whether the condition holds where the pattern does not.',
  [`${RULE}/serverVariables/set@name`]:
    'A server variable that the rule sets. `allowedServerVariables` must list it, else the answer is 500.50.',
  [`${RULE}/serverVariables/set@value`]: 'Its value; `{R:1}` and the like are replaced.',
  [`${RULE}/serverVariables/set@replace`]: 'Whether a value that is there already is replaced.',
  [`${RULE}/action`]: 'What happens when the rule fits.',
  [`${RULE}/action@type`]:
    '`Rewrite` goes on with another path, `Redirect` sends the browser there, `CustomResponse` and `AbortRequest` end it, `None` does nothing.',
  [`${RULE}/action@url`]:
    'The new path or address; `{R:1}` and `{C:1}` are groups of the patterns, `{Map:…}` asks a rewrite map.',
  [`${RULE}/action@appendQueryString`]: 'Whether the query of the request is put behind it.',
  [`${RULE}/action@logRewrittenUrl`]: 'Whether the log shows the new path instead of the old one.',
  [`${RULE}/action@redirectType`]:
    'Status of the redirect. Browsers remember `Permanent` ones, so try with `Found` first.',
  [`${RULE}/action@statusCode`]: 'Status of a `CustomResponse`.',
  [`${RULE}/action@subStatusCode`]: 'Its sub-status, as the log shows it.',
  [`${RULE}/action@statusReason`]: 'Words behind the status.',
  [`${RULE}/action@statusDescription`]: 'Text of the answer.',
  [`${REWRITE}/rewriteMaps/rewriteMap@name`]: 'Name by which rules ask it, as in `{Map:{R:1}}`.',
  [`${REWRITE}/rewriteMaps/rewriteMap@defaultValue`]: 'What it answers for a key without an entry.',
  [`${REWRITE}/rewriteMaps/rewriteMap@ignoreCase`]: 'Whether case of the keys does not matter.',
  [`${REWRITE}/rewriteMaps/rewriteMap/add@key`]: 'What is asked for.',
  [`${REWRITE}/rewriteMaps/rewriteMap/add@value`]: 'What it is answered with.',
  [`${REWRITE}/allowedServerVariables/add@name`]:
    'A server variable that rules of sites may set. IIS ships with this section locked for `web.config`.',
  [OUT]: 'Rules that change responses: headers, links in pages. They cannot read compressed responses (500.52).',
  [`${OUT}@rewriteBeforeCache`]: 'Whether responses are changed before they go into the output cache.',
  [`${OUT}/rule@name`]: 'Name of the rule.',
  [`${OUT}/rule@preCondition`]:
    'Name of the precondition that decides whether a response is looked at. Without one images are read as well.',
  [`${OUT}/rule@enabled`]: 'Whether the rule is looked at.',
  [`${OUT}/rule@stopProcessing`]: 'Whether no later rule is tried when this one fits.',
  [`${OUT}/rule/match@filterByTags`]: 'The HTML tags in which links are searched.',
  [`${OUT}/rule/match@serverVariable`]: 'A header of the response instead, as in `RESPONSE_Location`.',
  [`${OUT}/rule/match@customTags`]: 'Name of a list of other tags.',
  [`${OUT}/rule/match@pattern`]: 'Pattern for the link or header.',
  [`${OUT}/rule/action@type`]: '`Rewrite` changes it, `None` does not.',
  [`${OUT}/rule/action@value`]: 'What is put in its place.',
  [`${OUT}/preConditions/preCondition@name`]: 'Name by which rules refer to it.',
  [`${OUT}/preConditions/preCondition/add@input`]: 'What is looked at, mostly `{RESPONSE_CONTENT_TYPE}`.',
  [`${OUT}/preConditions/preCondition/add@pattern`]: 'Pattern for it.',
});
