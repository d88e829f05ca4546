import type { ScriptKind } from '../../src/engine/scripts/kind';
import { repeated, type HostileText } from './growing';

/** Every kind of document with scripts in it. */
export const scriptKinds: readonly ScriptKind[] = [
  'batch',
  'powershell',
  'vbscript',
  'azure',
  'github',
  'gitlab',
  'appveyor',
  'jenkins',
  'dockerfile',
  'markdown',
];

/** The scalar of a pipeline, the fence of a runbook, and so on: what a hostile text stands in to be read at all. */
const within: Readonly<Record<string, (text: string) => string>> = {
  'a block of a pipeline': (text) =>
    `steps:\n- script: |\n    ${text.replaceAll('\n', '\n    ')}\n- powershell: |\n    ${text.replaceAll('\n', '\n    ')}\n`,
  'a quoted scalar': (text) => `a:\n  script: ["${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n\\\n  ')}"]\n`,
  'a fence': (text) => `\`\`\`powershell\n${text}\n\`\`\`\n\n\`\`\`cmd\n${text}\n\`\`\`\n`,
  'a step of Jenkins': (text) => `bat '''${text}'''\npowershell "${text.replaceAll('"', '\\"')}"\n`,
  'an instruction': (text) => `FROM x\nRUN ${text.replaceAll('\n', ' \\\n')}\n`,
};

/** Pieces that open something, over and over: brackets, strings, here-strings, shells in shells, keys, lists. */
const OPENING = [
  ...['(', '{', '[', '@(', '@{', '$(', '${', '@"\n', "@'\n", '"', "'", '`', '^', '%', '!', '<#', '#', '::', 'rem '],
  ...['"$(', '("', "('", '"`"', "''", '""', '"@\n@"\n', '\\"', '`"', '%%', '%x', '!x', '^^', '^\n', '`\n', ' _\n'],
  ...[
    'cmd /c "',
    'cmd /c ""',
    'powershell -c "',
    "powershell -c '",
    'powershell -Command {',
    'pwsh -c "& {',
    'sh -c "',
  ],
  ...['start "" ', 'start /wait cmd /c ', 'call ', 'if exist x ', 'if not a==b (', 'for %%i in (', "for /f %%i in ('"],
  ...['for /r a%b%c ', 'else if ($x) {', '} elseif(1){a-b', '$h=@{a=if(1){1}else{', 'try{', '}catch{', 'function f {'],
  ...[
    '[a (',
    'a. ',
    '--% ',
    '& ',
    '& (',
    '& { ',
    '. { ',
    '| % { ',
    '-f ',
    '-split ',
    '<<<',
    '<<EOF\n',
    '&& ',
    '|| ',
    '; ',
  ],
  ...['Invoke-Command -ScriptBlock {', 'Start-Process cmd -ArgumentList "', 'iex "', 'Invoke-Expression "$('],
  ...['shell.Run "', 'shell.Run "cmd /c ""', 'GetObject("IIS://', 'Execute "', 'x = "a" & _\n', 'If a Then ', '"" & '],
  ...[
    '${{ ',
    '$(',
    '- ',
    '? ',
    '- - ',
    '- script: ',
    'script: |\n ',
    '&a *a ',
    '!!x ',
    '{a: ',
    '[',
    '%YAML 1.2\n---\n',
  ],
  ...[
    'RUN a \\\n',
    'RUN ["',
    'SHELL ["cmd", "',
    '> ',
    '- ```\n',
    '```\n',
    '````cmd\n',
    '~~~ps1\n',
    '* 1. ',
    '`` ',
    '<!-- ',
  ],
  ...["bat '''", 'bat """', "sh '", 'node { ', 'steps { bat(', 'echo "${', '/* ', '// ', '$/'],
];

/** Pieces that are commands or arguments by the thousand. */
const MANY = [
  'iisreset\n',
  'iisreset&',
  'net stop was & ',
  'net stop was /y && net start w3svc\n',
  'appcmd set apppool x /a.b.c:1\n',
  'cscript adsutil.vbs set W3SVC/1/ServerBindings ":80:"\n',
  'set A=%A%x\n',
  'set APPCMD=appcmd\n%APPCMD% stop site x\n',
  '$a = "iisreset"\n& $a\n',
  'a b c d e f g h ',
  ':label\ngoto label\n',
  'Stop-Website x; Start-Website x; ',
  '- script: iisreset\n',
  '# iis-doctor-disable-next-line\n',
  'rem iis-doctor-disable all\n',
  '```cmd\niisreset\n```\n',
  'RUN iisreset\n',
  '\uFEFF',
  '\0',
  '\r',
  '\n',
  ' ',
  '\t',
  'é😀',
];

const shaped: readonly HostileText[] = [
  repeated('(', '', `x${')'.repeat(10_000)}`),
  repeated(')x', '('.repeat(10_000)),
  repeated('} elseif(1){a-b', '$x = if(1){'),
  repeated(' a', 'cmd /c ""', '"'),
  repeated('"a" ', 'for /f %%i in (\'"', '"\') do x'),
  repeated('x, ', 'Stop-Service '),
  repeated(' /a:b', 'appcmd set apppool x'),
  repeated(" /+[name='a']", 'appcmd set config'),
  repeated('x', 'net stop '),
  repeated('x', '"'),
  repeated('a;', 'powershell -EncodedCommand '),
  repeated('QQBB', 'powershell -EncodedCommand '),
  repeated(' ', 'iisreset', '/restart'),
  repeated('^\n', 'iisreset ', '/restart'),
  repeated('`\n', 'iisreset ', '/restart'),
  repeated('%A%', 'set A=%A%%A%\n'),
  repeated('\\', 'iisreset "', '"'),
  {
    name: 'shells in shells, quoted as each wants',
    grow: (length) => {
      let text = 'iisreset';
      for (let next = text; next.length < Math.min(length, 30_000);) {
        text = next;
        next = `cmd /c "${text.replaceAll('"', '""')}"`;
      }
      return `${text}\n`.repeat(Math.ceil(length / text.length));
    },
  },
  {
    name: 'indented deeper with each line',
    grow: (length) => Array.from({ length: Math.sqrt(2 * length) }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
  },
  {
    name: 'variables that are all different',
    grow: (length) => Array.from({ length: length / 24 }, (_, i) => `set V${i}=%V${i - 1}%x\n`).join(''),
  },
  {
    name: 'pools that are all different',
    grow: (length) => Array.from({ length: length / 30 }, (_, i) => `Restart-WebAppPool -Name p${i}\n`).join(''),
  },
];

const plain: readonly HostileText[] = [...[...OPENING, ...MANY].map((piece) => repeated(piece)), ...shaped];

/** Hostile texts as whole documents. */
export const hostileScripts: readonly HostileText[] = plain;

/** Each of them in everything that scripts stand in. */
export const hostileScriptsWithin: readonly HostileText[] = Object.entries(within).flatMap(([where, wrap]) =>
  plain.map(({ name, grow }) => ({ name: `${name} in ${where}`, grow: (length) => wrap(grow(length / 2)) })),
);
