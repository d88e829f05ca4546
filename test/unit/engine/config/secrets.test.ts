import assert from 'node:assert/strict';
import { hasPassword, isNameOfSecret, isSecretInClear } from '../../../../src/engine/config/secrets';

describe('secrets in clear text', () => {
  for (const value of ['kJ8!vq2z', 'mysecretP4ss', 'theGreat1', 'S%cret', '12345678'])
    it(`${value} is one`, () => assert.ok(isSecretInClear(value)));

  for (const value of [
    '',
    '  ',
    '[enc:AesProvider:abc=:enc]',
    '#{Password}',
    '$(Password)',
    '__DB_PASSWORD__',
    '%PASSWORD%',
    '[password]',
    '<password>',
    '{password}',
    '@Microsoft.KeyVault(SecretUri=https://v.test/s)',
    '********',
    'xxxxxxxx',
    'YOUR_API_KEY',
    'your-password-here',
    'changeme',
    'password',
    'enter password',
    'true',
  ])
    it(`${JSON.stringify(value)} only stands in for one`, () => assert.ok(!isSecretInClear(value)));
});

describe('names of secrets', () => {
  for (const name of ['Password', 'SmtpPassword', 'ida:ClientSecret', 'ApiKey', 'storage.account-key', 'AccessToken'])
    it(name, () => assert.ok(isNameOfSecret(name)));
  for (const name of ['PasswordMinLength', 'RequirePasswordReset', 'KeyName', 'TokenLifetime', 'Secretary'])
    it(`not ${name}`, () => assert.ok(!isNameOfSecret(name)));
});

describe('passwords in connection strings', () => {
  for (const text of [
    'Server=db;User Id=a;Password=kJ8vq2z',
    'server=db;PWD = "kJ8;vq2z"',
    'metadata=res://*/M.csdl;provider connection string="data source=db;pwd=kJ8vq2z"',
    'cache.test:6380,password=kJ8vq2z=,ssl=True',
    'DefaultEndpointsProtocol=https;AccountKey=c2VjcmV0',
    'mongodb://shop:kJ8vq2z@db.test/shop',
  ])
    it(text, () => assert.ok(hasPassword(text)));
  for (const text of [
    'Server=db;Integrated Security=SSPI',
    'Server=db;Password=',
    'Server=db;Password=#{Password}',
    'Server=db;PasswordPolicy=strict',
    'https://a.test:8080/path',
    'UseDevelopmentStorage=true',
  ])
    it(`none in ${text}`, () => assert.ok(!hasPassword(text)));

  it('takes linear time', () => {
    const start = performance.now();
    hasPassword(`${'password '.repeat(50_000)}${';password=x '.repeat(50_000)}`);
    isSecretInClear('the '.repeat(100_000));
    assert.ok(performance.now() - start < 1_000);
  });
});
