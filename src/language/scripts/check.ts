import { checkScript } from '../../engine/rules/checkScript';
import { scriptRules } from '../../engine/rules/script/index.generated';
import { scriptSuppressionEdit } from '../../engine/rules/scriptSuppression';
import type { Check } from '../checks';
import type { ConfigSettings } from '../config/settings';
import type { ScriptDocuments } from './documents';

/** The check of scripts. */
export const scriptCheck =
  (documents: ScriptDocuments, settings: (uri: string) => Promise<ConfigSettings>): Check =>
  async (document) => {
    const { uri, version } = document;
    // Most documents are logs, and none of them costs a question to the client.
    if (!documents.isScript(document)) return null;
    const { isChecked, choice } = await settings(uri);
    // A newer version is checked in its own turn.
    if (!isChecked || document.version !== version) return null;
    const open = documents.of(document);
    if (!open) return null;
    const { kind, script } = open;
    return {
      ...checkScript(kind, script, { rules: scriptRules, choice }),
      config: null,
      levels: [],
      suppression: (finding) => scriptSuppressionEdit(script, finding),
    };
  };
