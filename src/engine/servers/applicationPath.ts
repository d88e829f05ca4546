/** `Default Web Site/shop`, as the configuration and appcmd name an application; a root is the site alone. */
export const applicationPathOf = ({ site, path }: { readonly site: string; readonly path: string }): string =>
  path === '/' ? site : `${site}${path}`;
