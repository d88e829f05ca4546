import { defineFamily, type Source } from '../fact';

const serviceStatus: Source = {
  document: 'Microsoft Learn: SERVICE_STATUS structure',
  says: 'With ERROR_SERVICE_SPECIFIC_ERROR the service gives a second code, whose meaning is its own.',
  read: '2026-11-24',
};

/** What `net start` and the console of services say of a service that did not start. */
export default defineFamily({
  facts: [
    {
      id: 'message-service-specific-error',
      name: 'The service ended with a code of its own',
      verdict: 'look',
      meaning:
        'Win32 1066: the service gave up with a second number, whose meaning only the service knows. Services of IIS often put a HRESULT there (2147942405 is 0x80070005); a small number need not be a Windows code.',
      checks: [
        'What WAS, W3SVC or the service itself logged in System and Application in that second.',
        'A number over 2000000000, or a negative one, is a HRESULT: point at it.',
      ],
      doNot: ['Do not take "Incorrect function", the text that Windows shows for a 1, for the cause.'],
      keys: [
        {
          kind: 'phrase',
          as: 'message',
          anchors: [
            'a service specific error occurred',
            'a service-specific error occurred',
            'service-specific error code',
          ],
          pattern:
            /(?:a\s+service[\s-]specific\s+error\s+occurred|service-specific\s+error\s+code)(?=[\s:]{0,4}-?\d)/iy,
        },
      ],
      sources: [serviceStatus],
      samples: [
        'The World Wide Web Publishing Service service could not be started.\n\nA service specific error occurred: 1.\n\nMore help is available by typing NET HELPMSG 3547.',
        'contact the service vendor, and refer to service-specific error code 1.',
      ],
      notSamples: ['a service-specific error code', 'The service terminated with service-specific error 5.'],
    },
  ],
});
