import type { ServerCheck } from '../serverCheck';

/** Events that say that something is broken. What another check has put into its finding already is left out later. */
const eventNeedsAction: ServerCheck = {
  id: 'event-needs-action',
  find({ groups }) {
    return groups.flatMap(({ id, title, answer, events }) => {
      if (answer?.verdict !== 'act') return [];
      const count = events.length === 1 ? 'Logged once' : `Logged ${events.length} times`;
      const last = events[0]?.time;
      return [
        {
          severity: 'warning',
          subject: { kind: 'event', name: id },
          title,
          detail: `${count}${last ? `, last at ${last}` : ''}. ${answer.meaning} ${answer.fix ?? ''}`.trim(),
          facts: [id],
        },
      ];
    });
  },
};

export default eventNeedsAction;
