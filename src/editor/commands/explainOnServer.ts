import { shortfallTexts } from '../../app/faultTexts';
import { identifiersIn } from '../../app/identifiersIn';
import { markdownCode, markdownText } from '../../engine/render/escape';
import type { Command } from '../command';
import { targetOf } from '../servers/servers';

/** Explains an event, and has the server say what it knows of the GUIDs and SIDs in it. */
const explainOnServer: Command = async (services, node) => {
  const { servers, explanations, tell } = services;
  const view = await servers.pick(node, 'On which server?');
  const { group, event } = targetOf(node) ?? {};
  const chosen = view?.groups.find(({ id, title }) => `${id}/${title}` === group)?.events[Number(event ?? 0)];
  if (!view || !chosen) return;
  const [page, [kept]] = await Promise.all([
    services.server.explain({ text: chosen.xml, quote: 'asItIs' }),
    view.connection.want([{ probe: 'identifiers', asked: identifiersIn(chosen.xml) }]),
  ]);
  const answer = kept && view.connection.known('identifiers', identifiersIn(chosen.xml))?.value;
  const rows = [
    ...(answer?.guids ?? []).map(
      ({ guid, registered }) =>
        `- ${markdownCode(guid)}: ${registered.known ? registered.value.map(({ as, name, path }) => markdownText(`${as} ${name}${path ? `, ${path}` : ''}`)).join('; ') || 'not registered there' : shortfallTexts[registered.shortfall.reason]}`,
    ),
    ...(answer?.sids ?? []).map(
      ({ sid, account }) =>
        `- ${markdownCode(sid)}: ${account.known ? markdownCode(account.value) : 'no account of that server'}`,
    ),
  ];
  if (!rows.length) tell.info('nothingUnknown');
  const said = rows.length ? `\n\n## What ${markdownText(view.name)} says\n\n${rows.join('\n')}\n` : '';
  await explanations.show({
    title: page?.title ?? chosen.source ?? 'Event',
    markdown: `${page?.markdown ?? ''}${said}`,
  });
};
export default explainOnServer;
