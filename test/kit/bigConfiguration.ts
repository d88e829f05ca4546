/** An `applicationHost.config` of so many sites, about 700 characters each: the shape that web hosters have. */
export function bigConfiguration(sites: number): string {
  const text = ['<?xml version="1.0" encoding="UTF-8"?>', '<configuration>', '    <system.applicationHost>', ''];
  const indented = (depth: number, line: string): number => text.push('    '.repeat(depth) + line);
  indented(2, '<applicationPools>');
  for (let i = 1; i <= sites; i += 4)
    indented(3, `<add name="Pool ${i}" managedRuntimeVersion="v4.0" autoStart="${i % 8 === 1}" />`);
  indented(2, '</applicationPools>');
  indented(2, '<sites>');
  for (let i = 1; i <= sites; i++) {
    if (i % 50 === 0) indented(3, `<!-- customers ${i} and following -->`);
    indented(3, `<site name="www.customer${i}.example" id="${i}" serverAutoStart="true">`);
    indented(4, `<application path="/" applicationPool="Pool ${i - ((i - 1) % 4)}">`);
    indented(5, `<virtualDirectory path="/" physicalPath="D:\\inetpub\\customers\\${i}\\wwwroot" />`);
    indented(4, '</application>');
    indented(4, '<bindings>');
    indented(5, `<binding protocol="http" bindingInformation="*:80:www.customer${i}.example" />`);
    indented(5, `<binding protocol="https" bindingInformation="*:443:www.customer${i}.example" sslFlags="1" />`);
    indented(4, '</bindings>');
    indented(4, `<logFile directory="%SystemDrive%\\inetpub\\logs" logFormat="W3C" />`);
    indented(3, '</site>');
  }
  indented(2, '</sites>');
  indented(1, '</system.applicationHost>');
  text.push('</configuration>', '');
  return text.join('\r\n');
}
