import assert from 'node:assert/strict';
import certificateBinding from '../../../src/engine/remedies/repairs/certificate-binding';
import type { Snapshot } from '../../../src/engine/servers/snapshot';
import type { MachineSpec } from '../../../src/transports/demo/machineSpec';
import type { Attempt } from '../attempts';

const choose = (endpoint: string, name: RegExp) => (snapshot: Snapshot) => ({
  endpoint,
  certificate: certificateBinding.parameters[1]?.options?.(snapshot).find((one) => name.test(one)) ?? '',
  asked: 'No client is asked for a certificate',
});

const renewed = (spec: MachineSpec): MachineSpec => ({
  ...spec,
  certificates: [
    ...(spec.certificates ?? []),
    {
      store: 'WebHosting',
      subject: 'CN=*.contoso.example, O=Contoso renewed, C=DE',
      friendlyName: 'Shop 2027',
      dnsNames: ['*.contoso.example'],
      validFrom: -1,
      validTo: 390,
    },
  ],
});

const attempts: readonly Attempt[] = [
  {
    name: 'a renewed certificate',
    set: renewed,
    values: choose('shop.contoso.example:443', /renewed/),
    after: ({ http }) => {
      const thumbprint = http.certificates.find(({ friendlyName }) => friendlyName === 'Shop 2027')?.thumbprint;
      assert.equal(http.binding('shop.contoso.example:443')?.thumbprint, thumbprint);
    },
  },
  {
    name: 'in the place of one that is gone',
    server: 'WEB-02',
    values: choose('partner.contoso.example:443', /partner/),
    after: ({ http }) => {
      const thumbprint = http.certificates.find(({ friendlyName }) => friendlyName === 'Partner, renewed')?.thumbprint;
      assert.equal(http.binding('partner.contoso.example:443')?.thumbprint, thumbprint);
    },
  },
];

export default attempts;
