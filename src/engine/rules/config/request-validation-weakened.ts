import { attribute } from '../../xml/tree';
import { defineConfigRule } from '../configRule';
import { isFalse, settingsOf } from '../settings';

export default defineConfigRule({
  id: 'request-validation-weakened',
  severity: 'warning',
  profile: 'recommended',
  title: 'Requests are not checked for script code',
  why: 'ASP.NET refuses requests with markup in fields and query strings, "A potentially dangerous Request.Form value". `validateRequest="false"` together with `requestValidationMode="2.0"` switches that off for all pages; by itself the mode leaves everything but pages unchecked. Single fields can be let through with `AllowHtml` or `ValidateRequestMode` instead.',
  sources: [
    {
      document: 'HttpRuntimeSection.RequestValidationMode Property',
      says: '2.0 checks pages only and obeys validateRequest; 4.0 and later check all requests',
      read: '2026-11-24',
    },
  ],
  examples: {
    bad: [
      {
        text: '<system.web><httpRuntime requestValidationMode="2.0" enableVersionHeader="false" /></system.web>',
        at: '2.0',
      },
      { text: '<system.web><pages validateRequest="false" /></system.web>', at: 'false' },
      '<system.web><httpRuntime requestValidationMode="0.0" /></system.web>',
    ],
    good: [
      '<system.web><httpRuntime requestValidationMode="4.5" /><pages validateRequest="true" /></system.web>',
      '<location path="editor.aspx"><system.web><pages validateRequest="false" /><httpRuntime requestValidationMode="2.0" /></system.web></location>',
      '<system.web><pages validateRequest="false" pageParserFilterType="System.Web.Mvc.ViewTypeParserFilter, System.Web.Mvc" pageBaseType="System.Web.Mvc.ViewPage, System.Web.Mvc" /></system.web>',
    ],
  },
  check(context) {
    // A single page or folder without it is how one does it; the views of MVC are no pages that anybody calls.
    const isWhole = ({ location }: { readonly location: { readonly path: string } | null }): boolean =>
      (location?.path ?? '') === '';
    for (const { use, attribute: written, value } of settingsOf(
      context,
      'system.web/httpRuntime',
      'requestValidationMode',
    ))
      if (isWhole(use) && /^[0-3](?:\.\d{1,5}){0,3}$/.test(value))
        context.report({
          at: written.valueRange,
          message: `Request validation of version ${value} covers pages at most: handlers, services and MVC get unchecked input. Without the attribute all requests are checked.`,
        });
    for (const { use, element, attribute: written, value } of settingsOf(
      context,
      'system.web/pages',
      'validateRequest',
    ))
      if (
        isWhole(use) &&
        isFalse(value) &&
        !(attribute(element, 'pageParserFilterType') ?? '').includes('System.Web.Mvc.')
      )
        context.report({
          at: written.valueRange,
          message:
            'No page of the application checks its input for script code. Let single pages or fields through instead.',
        });
  },
});
