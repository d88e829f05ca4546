const KNOWN = /^[-/](?:restart|start|stop|reboot|rebootonerror|noforce|timeout:.*|status|enable|disable|\?|h|help)$/i;

/** Whether a word is a switch that `iisreset` does not have: with one it only shows its help. */
export const isUnknownSwitch = ({
  value,
  isLiteral,
}: {
  readonly value: string;
  readonly isLiteral: boolean;
}): boolean => isLiteral && /^[-/]/.test(value) && !KNOWN.test(value);
