import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readXml } from '../engine/xml/parse';
import { child, type XmlElement } from '../engine/xml/tree';
import { escapeValue } from '../engine/config/edits';
import { root } from './bundle';

/**
 * Makes `engine/config/data/shipped.config`, what a fresh IIS 10 has in `applicationHost.config` as far as files below
 * it can meet it: defaults, collections that they add to, locks. Run by hand with such a file; sites, pools and
 * everything that belongs to one machine stay out.
 *
 *     npx tsx src/build/importShipped.ts applicationHost.config
 */
const WANTED = new Set([
  'system.applicationHost/applicationPools/applicationPoolDefaults',
  'system.applicationHost/sites/siteDefaults',
  'system.applicationHost/sites/applicationDefaults',
  'system.applicationHost/sites/virtualDirectoryDefaults',
  ...[
    'defaultDocument',
    'globalModules',
    'handlers',
    'httpCompression',
    'httpErrors',
    'httpLogging',
    'httpProtocol',
    'modules',
    'security/access',
    'security/authentication',
    'security/authorization',
    'security/isapiCgiRestriction',
    'security/requestFiltering',
    'staticContent',
    'urlCompression',
  ].map((section) => `system.webServer/${section}`),
]);

const isOnTheWay = (way: string): boolean => [...WANTED].some((wanted) => wanted.startsWith(`${way}/`));

function write(element: XmlElement, indent = ''): string {
  const attributes = element.attributes.map(({ name, value }) => ` ${name}="${escapeValue(value)}"`).join('');
  if (!element.children.length) return `${indent}<${element.name}${attributes} />\n`;
  const inside = element.children.map((one) => write(one, `${indent} `)).join('');
  return `${indent}<${element.name}${attributes}>\n${inside}${indent}</${element.name}>\n`;
}

function pick(group: XmlElement, prefix = ''): string {
  return group.children
    .map((element) => {
      const way = prefix + element.name;
      if (WANTED.has(way)) return write(element, ' ');
      const inside = isOnTheWay(way) ? pick(element, `${way}/`) : '';
      return inside && `<${element.name}>\n${inside}</${element.name}>\n`;
    })
    .join('');
}

function main(): void {
  const [file] = process.argv.slice(2);
  if (!file) throw new Error('Give the applicationHost.config of a fresh server.');
  const configuration = readXml(readFileSync(file, 'utf8')).roots[0];
  if (!configuration) throw new Error(`${file} holds no configuration.`);
  const unlocked = child(configuration, 'location');
  const location = unlocked ? `<location path="" overrideMode="Allow">\n${pick(unlocked)}</location>\n` : '';
  const text = `<configuration>\n${pick(configuration)}${location}</configuration>\n`;
  writeFileSync(path.join(root, 'src/engine/config/data/shipped.config'), text);
}

main();
