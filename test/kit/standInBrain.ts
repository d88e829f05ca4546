/** What the servers behind the stand-in answer: each probe gives back what it was asked; `echo` and `exit` are known. */
const QUESTION = /^Write-Answer '(?<number>\w+)' '(?<probe>[^']+)' '(?<asked>[^']*)'/gm;

export function brain(script: string, host: string): Promise<string[]> {
  const questions = [...script.matchAll(QUESTION)];
  if (!questions.length) return Promise.resolve(script.split('; ').map((one) => one.replace(/^echo /, '')));
  return Promise.resolve(
    questions.map(({ groups }) => {
      const asked: unknown = JSON.parse(Buffer.from(groups?.asked ?? '', 'base64').toString('utf8'));
      const data = JSON.stringify({ host, probe: groups?.probe, asked });
      const answer = Buffer.from(`{"ok":true,"data":${data}}`).toString('base64');
      return `IIS-DOCTOR ${groups?.number ?? ''} ${groups?.probe ?? ''} ${answer}`;
    }),
  );
}
