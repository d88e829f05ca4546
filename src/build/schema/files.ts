import type { Product } from '../../engine/schema/products';

/** One schema file in its versions. */
interface SchemaFile {
  readonly product: Product;
  /** The newest first; what only a newer one has came with the version that the older one names. */
  readonly versions: readonly SchemaVersion[];
}

interface SchemaVersion {
  /** Name in the folder of collected schema files: `OWNER.FILE`. */
  readonly name: string;
  /** What the next newer version was called where something in it is missing here; absent: not known. */
  readonly missingCameWith?: string;
}

const LATER = 'IIS 10.0 (later builds)';

/** The collected schema files. The first file of a section says what product it belongs to. */
export const schemaFiles: readonly SchemaFile[] = [
  {
    product: 'iis',
    versions: [
      { name: 'RedHatSE.IIS_schema.xml' },
      { name: 'lextm.IIS_schema.xml', missingCameWith: LATER },
      { name: 'jexuswebserver.IIS_schema.xml', missingCameWith: LATER },
      { name: 'c1982.IIS_schema.xml', missingCameWith: 'IIS 10.0' },
    ],
  },
  { product: 'iis', versions: [{ name: 'RedHatSE.rscaext.xml' }, { name: 'lextm.rscaext.xml' }] },
  { product: 'ftp', versions: [{ name: 'RedHatSE.Ftp_schema.xml' }, { name: 'lextm.Ftp_schema.xml' }] },
  { product: 'ftp', versions: [{ name: 'RedHatSE.ftp_rscaext.xml' }, { name: 'lextm.ftp_rscaext.xml' }] },
  {
    product: 'webdav',
    versions: [{ name: 'RedHatSE.WebDAV_schema.xml' }, { name: 'lextm.WebDAV_schema.xml', missingCameWith: LATER }],
  },
  { product: 'rewrite', versions: [{ name: 'lextm.rewrite_schema.xml' }, { name: 'c1982.rewrite_schema.xml' }] },
  { product: 'arr', versions: [{ name: 'lextm.arr_schema.xml' }] },
  { product: 'webFarm', versions: [{ name: 'lextm.webfarm.xml' }] },
  {
    product: 'ancm',
    versions: [{ name: 'aspnet-iisintegration.aspnetcore_schema_v2.xml' }, { name: 'lextm.aspnetcore_schema.xml' }],
  },
  { product: 'httpPlatform', versions: [{ name: 'jexuswebserver.httpplatform_schema.xml' }] },
  {
    product: 'iisnode',
    versions: [
      { name: 'iisnode.iisnode_schema_x64.xml' },
      { name: 'iisnode.iisnode_schema.xml' },
      { name: 'iisnode.iisnode_express_schema.xml' },
    ],
  },
  { product: 'webDeploy', versions: [{ name: 'lextm.BackupManagerSchema.xml' }] },
  { product: 'webDeploy', versions: [{ name: 'lextm.deploymentAuthorizationSchema.xml' }] },
  { product: 'dbManager', versions: [{ name: 'jexuswebserver.dbmanager_schema.xml' }] },
  { product: 'aspnet', versions: [{ name: 'RedHatSE.ASPNET_schema.xml' }, { name: 'lextm.ASPNET_schema.xml' }] },
  { product: 'framework', versions: [{ name: 'RedHatSE.FX_schema.xml' }, { name: 'lextm.FX_schema.xml' }] },
];
