import assert from 'node:assert/strict';
import { productNames, readByDotNet } from '../../../../src/engine/schema/products';
import { childNames } from '../../../../src/engine/schema/schema';
import { attributeOf, elementOf, schema, schemaText } from '../../../kit/schema';

const POOLS = 'system.applicationHost/applicationPools';
const SITES = 'system.applicationHost/sites';

/** Keys of a collection's entries, the attributes of one joined by `+`. */
const keys = (section: string, way: string, entry: string): string[] =>
  (elementOf(section, way).collection?.entries.get(entry)?.keys ?? []).map((key) =>
    key.map(({ name }) => name).join('+'),
  );

describe('the keys of collections', () => {
  for (const [section, way, entry, expected] of [
    [SITES, '', 'site', ['name', 'id']],
    [SITES, 'site/bindings', 'binding', ['protocol+bindingInformation']],
    [SITES, 'site', 'application', ['path']],
    [SITES, 'site/application', 'virtualDirectory', ['path']],
    [POOLS, '', 'add', ['name']],
    ['system.webServer/httpErrors', '', 'error', ['statusCode+subStatusCode']],
    ['system.webServer/fastCgi', '', 'application', ['fullPath+arguments']],
    ['system.webServer/security/ipSecurity', '', 'add', ['ipAddress+subnetMask+domainName']],
    ['system.webServer/security/authorization', '', 'add', ['users+roles+verbs']],
    ['system.webServer/staticContent', '', 'mimeMap', ['fileExtension']],
    ['system.webServer/rewrite/rules', '', 'rule', ['name']],
    ['system.webServer/rewrite/rules', 'rule/conditions', 'add', []],
    ['system.webServer/rewrite/globalRules', 'rule/conditions', 'add', ['input+matchType+pattern+ignoreCase+negate']],
    ['webFarms', 'webFarm', 'server', ['address']],
  ] as const)
    it(`${section}/${way} <${entry}>: ${expected.join(', ') || 'none'}`, () =>
      assert.deepEqual(keys(section, way, entry), expected));
});

describe('what is said of attributes', () => {
  it('type, default and range', () => {
    const length = attributeOf(POOLS, 'add/@queueLength');
    assert.equal(length.type, 'uint');
    assert.equal(length.defaultValue, '1000');
    assert.deepEqual(length.validator, { kind: 'integerRange', min: 10, max: 65535, exclude: false });
    const limit = attributeOf('system.webServer/security/requestFiltering', 'requestLimits/@maxAllowedContentLength');
    assert.equal(limit.defaultValue, '30000000');
    assert.deepEqual(attributeOf(SITES, 'site/limits/@maxBandwidth').validator, {
      kind: 'integerRange',
      min: 0,
      max: 1023,
      exclude: true,
    });
    assert.deepEqual(attributeOf(POOLS, 'add/processModel/@idleTimeout').validator, {
      kind: 'timeSpanRange',
      min: 0,
      max: 2592000,
      granularity: 60,
      exclude: false,
    });
    assert.deepEqual(attributeOf(SITES, 'site/@name').validator, { kind: 'siteName' });
  });

  it('names with their numbers', () => {
    assert.equal(attributeOf('system.webServer/httpRedirect', '@httpResponseStatus').names.get('PermRedirect'), 308);
    const access = attributeOf('system.webServer/security/access', '@sslFlags');
    assert.equal(access.type, 'flags');
    assert.deepEqual(
      [...access.names],
      [
        ['None', 0],
        ['Ssl', 8],
        ['SslNegotiateCert', 32],
        ['SslRequireCert', 64],
        ['Ssl128', 256],
      ],
    );
  });

  it('marks', () => {
    const password = attributeOf(POOLS, 'add/processModel/@password');
    assert.ok(password.encrypted && password.caseSensitive);
    assert.equal(password.defaultValue, null);
    assert.ok(attributeOf(SITES, 'site/application/virtualDirectory/@physicalPath').expanded);
    assert.ok(attributeOf('system.webServer/handlers', 'add/@name').required);
    assert.equal(attributeOf('system.web/sessionState', '@timeout').timeSpanFormat, 'minutes');
    assert.ok(attributeOf('system.web/sessionState', '@timeout').allowInfinite);
    assert.ok(!attributeOf(POOLS, 'add/processModel/@idleTimeout').allowInfinite);
  });

  it('the version that brought them', () => {
    for (const [section, way, since] of [
      [SITES, 'site/bindings/binding/@sslFlags', 'IIS 8.0'],
      [POOLS, 'applicationPoolDefaults/processModel/@idleTimeoutAction', 'IIS 8.5'],
      ['system.webServer/security/requestFiltering', '@removeServerHeader', 'IIS 10.0'],
      ['system.webServer/webSocket', '@readBufferBlockSize', 'IIS 10.0 (later builds)'],
      ['system.webServer/aspNetCore', '@hostingModel', 'ASP.NET Core Module V2'],
      [POOLS, 'add/@queueLength', null],
    ] as const)
      assert.equal(attributeOf(section, way).since, since, way);
    assert.equal(elementOf(SITES, 'site/hsts').since, 'IIS 10.0 (1709)');
    assert.equal(elementOf('system.webServer/applicationInitialization').since, 'IIS 8.0');
  });

  it('the defaults of secrets are not told', () => assert.doesNotMatch(schemaText, /\[enc:/));
});

describe('what is said of collections', () => {
  const collection = (section: string, way = '') => {
    const found = elementOf(section, way).collection;
    assert.ok(found);
    return found;
  };

  it('the order of merging', () => {
    const prepending = schema.paths.flatMap((path) => {
      const { collection: own, elements } = elementOf(path);
      const inside = [...elements.values()].filter((one) => one.collection?.mergeAppend === false);
      return [...(own?.mergeAppend === false ? [path] : []), ...inside.map(({ name }) => `${path}/${name}`)];
    });
    assert.deepEqual(prepending.sort(), [
      'system.web/authorization',
      'system.web/httpHandlers',
      'system.webServer/caching/profiles',
      'system.webServer/defaultDocument/files',
      'system.webServer/handlers',
    ]);
  });

  it('directives', () => {
    assert.equal(collection('system.webServer/handlers').removeElement, 'remove');
    assert.equal(collection(SITES).clearElement, null);
    const spn = collection('system.webServer/security/authentication/windowsAuthentication', 'extendedProtection');
    assert.deepEqual([spn.removeElement, spn.clearElement], ['removeSpn', 'clearSpns']);
    assert.deepEqual(childNames(elementOf('system.webServer/httpCompression')), [
      'staticTypes',
      'dynamicTypes',
      'scheme',
      'remove',
      'clear',
    ]);
  });

  it('several names of entries, and two kinds of entries in one element', () => {
    const rules = collection('system.web/authorization');
    assert.deepEqual([...rules.entries.keys()], ['allow', 'deny']);
    assert.ok(rules.allowDuplicates);
    const properties = collection('system.web/profile', 'properties');
    assert.deepEqual([...properties.entries.keys()], ['add', 'group']);
    assert.ok(properties.entries.get('group')?.collection?.entries.has('add'));
    assert.ok(!properties.entries.get('group')?.attributes.has('type'));
  });

  it('where defaults of entries stand', () => {
    assert.equal(collection(SITES).defaultElement, 'siteDefaults');
    assert.ok(elementOf(SITES, 'siteDefaults').isCollectionDefault);
    assert.equal(collection(SITES, 'site').defaultElement, 'applicationDefaults');
    assert.equal(collection(POOLS).defaultElement, 'applicationPoolDefaults');
  });

  it('attributes outside the schema', () => {
    assert.ok(elementOf('configProtectedData', 'providers/add').allowUnrecognizedAttributes);
    assert.ok(!elementOf('system.webServer/handlers', 'add').allowUnrecognizedAttributes);
  });
});

describe('what several files say of one section', () => {
  it('stands in one place', () => {
    assert.ok(elementOf(SITES, 'site/ftpServer/security/ssl').attributes.has('serverCertHash'));
    assert.deepEqual(
      ['name', 'serverAutoStart'].map((name) => elementOf('webFarms', 'webFarm').attributes.has(name)),
      [true, true],
    );
  });

  it('leaves out what code makes up at run time', () => {
    assert.ok(!elementOf(POOLS, 'add').attributes.has('state'));
    assert.ok(!elementOf(POOLS, 'add').elements.has('workerProcesses'));
    assert.ok(!elementOf(SITES, 'site/bindings/binding').attributes.has('certificateHash'));
  });
});

describe('what we added', () => {
  it('the CORS module', () => {
    assert.equal(attributeOf('system.webServer/cors', 'add/@maxAge').defaultValue, '-1');
    assert.deepEqual(keys('system.webServer/cors', 'add/allowHeaders', 'add'), ['header']);
    assert.deepEqual(keys('system.webServer/cors', 'add/allowMethods', 'add'), ['method']);
    assert.ok(elementOf('system.webServer/cors', 'add/allowHeaders').attributes.has('allowAllRequestedHeaders'));
  });

  it('newer settings', () => {
    for (const place of ['add', 'applicationPoolDefaults'])
      assert.ok(attributeOf(POOLS, `${place}/processModel/@requestQueueDelegatorIdentity`));
  });
});

describe('how sections are declared', () => {
  const declared = (path: string) => schema.section(path)?.declaration;

  it('where they may stand, and whether they are locked', () => {
    assert.deepEqual(declared(SITES), {
      allowDefinition: 'AppHostOnly',
      overrideModeDefault: 'Deny',
      allowLocation: true,
      unlocked: false,
    });
    assert.equal(declared('system.webServer/asp')?.overrideModeDefault, 'Deny');
    assert.equal(declared('system.webServer/staticContent')?.overrideModeDefault, 'Allow');
    assert.equal(declared('system.webServer/cors')?.overrideModeDefault, 'Allow');
    assert.equal(declared('system.web/processModel')?.allowLocation, false);
    assert.equal(declared('system.web/authentication')?.allowDefinition, 'MachineToApplication');
    assert.equal(declared('system.ftpServer/log')?.allowDefinition, 'AppHostOnly');
    assert.equal(declared('system.webServer/management/dbManager'), null);
  });

  it('the configuration as shipped unlocks handlers and modules, nothing else', () =>
    assert.deepEqual(
      schema.paths.filter((path) => declared(path)?.unlocked),
      ['system.webServer/handlers', 'system.webServer/modules'],
    ));

  it('which product brings them', () => {
    for (const [path, product] of [
      ['system.webServer/handlers', 'IIS'],
      ['system.webServer/rewrite/rules', 'URL Rewrite'],
      ['system.webServer/proxy', 'Application Request Routing'],
      ['system.webServer/webdav/authoring', 'WebDAV Publishing'],
      ['system.webServer/aspNetCore', 'the ASP.NET Core Module'],
      ['system.webServer/httpPlatform', 'HttpPlatformHandler'],
      ['system.webServer/cors', 'the IIS CORS module'],
      ['system.webServer/iisnode', 'iisnode'],
      ['system.web/customErrors', 'ASP.NET'],
    ] as const)
      assert.equal(productNames[schema.section(path)?.product ?? 'other'], product);
    assert.equal(schema.section('system.webServer/management/authorization')?.product, 'administration');
    assert.ok(readByDotNet('aspnet') && readByDotNet('framework') && !readByDotNet('iis'));
    assert.ok(schema.paths.every((path) => schema.section(path)?.product !== 'other'));
  });
});
