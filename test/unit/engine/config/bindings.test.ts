import assert from 'node:assert/strict';
import { bindingOf, endpointOf, readBinding } from '../../../../src/engine/config/bindings';
import { parseXml } from '../../../../src/engine/xml/parse';

const parts = (protocol: string, information: string) => {
  const { address, port, host } = readBinding(protocol, information);
  return [address?.text, port?.text, host?.text];
};
const fault = (information: string, protocol = 'http') => {
  const found = readBinding(protocol, information).fault;
  return found && `${found.kind} ${information.slice(found.start, found.end)}`;
};

describe('bindings', () => {
  it('are address, port and host for http, https and ftp', () => {
    assert.deepEqual(parts('http', '*:80:'), ['*', '80', '']);
    assert.deepEqual(parts('HTTPS', '10.0.0.1:443:shop.example'), ['10.0.0.1', '443', 'shop.example']);
    assert.deepEqual(parts('ftp', ':21:'), ['', '21', '']);
    assert.deepEqual(parts('http', '[::1]:8080:shop.example'), ['[::1]', '8080', 'shop.example']);
  });

  it('are other things for other protocols', () => {
    assert.deepEqual(parts('net.tcp', '808:*'), [undefined, '808', '*']);
    assert.deepEqual(parts('net.pipe', '*'), [undefined, undefined, '*']);
    assert.deepEqual(parts('net.msmq', 'localhost'), [undefined, undefined, 'localhost']);
    assert.deepEqual(readBinding('gopher', '70').form, null);
  });

  it('may be malformed', () => {
    assert.equal(fault('80'), 'parts 80');
    assert.equal(fault('*:80'), 'parts *:80');
    assert.equal(fault('[::1:80:'), 'parts [::1:80:');
    assert.equal(fault('localhost:80:'), 'address localhost');
    assert.equal(fault('300.1.1.1:80:'), 'address 300.1.1.1');
    assert.equal(fault('*:0:'), 'port 0');
    assert.equal(fault('*:65536:'), 'port 65536');
    assert.equal(fault('*::a'), 'port ');
    assert.equal(fault('*:80:http://shop.example'), 'host http://shop.example');
    assert.equal(fault('*:80:www.*.example'), 'host www.*.example');
    assert.equal(fault('*:80:*shop.example'), 'host *shop.example');
    assert.equal(fault('*:808', 'net.tcp'), 'port *');
    assert.equal(fault('808', 'net.tcp'), 'parts 808');
  });

  it('may be unusual and still right', () => {
    for (const one of [
      '*:80:*.shop.example',
      '*:80:*',
      ':8080:localhost',
      '*:80:bücher.example',
      '*:80:a_b',
      '[fe80::1%4]:80:',
    ])
      assert.equal(fault(one), null, one);
  });

  it('are the same where the services take them for the same', () => {
    const same = (a: string, b: string) => endpointOf(readBinding('http', a)) === endpointOf(readBinding('http', b));
    assert.ok(same(':80:A', '*:80:a'));
    assert.ok(!same('*:80:', '10.0.0.1:80:'));
    assert.ok(!same('*:80:', '*:80:a'));
    assert.equal(endpointOf(readBinding('https', '*:443:a'), 'socket'), 'https *:443');
    assert.equal(endpointOf(readBinding('net.pipe', '*')), null);
  });

  it('know their places in the document', () => {
    const text = '<binding protocol="http" bindingInformation="*:8080:shop" />';
    const [element] = parseXml(text);
    assert.ok(element);
    const port = bindingOf(element)?.port;
    assert.equal(port && text.slice(port.start, port.end), '8080');
  });

  it('give the whole value where it is written with references', () => {
    const text = '<binding protocol="http" bindingInformation="*:&#56;0:" />';
    const [element] = parseXml(text);
    assert.ok(element);
    const port = bindingOf(element)?.port;
    assert.equal(port && text.slice(port.start, port.end), '*:&#56;0:');
  });

  it('need both attributes', () => {
    const [element] = parseXml('<binding protocol="http" />');
    assert.equal(element && bindingOf(element), null);
  });
});
