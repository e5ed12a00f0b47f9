/**
 * 243 ordinary addresses of work places: what a vendor needs in order to find the failing request. At most 2 % of them
 * may be touched by the scrubber. Deterministic and free of dependencies.
 */
const HEX = '0123456789abcdef';
const DIGITS = '0123456789';

let state = 42;
function pick(alphabet: string, length: number): string {
  let out = '';
  for (let i = 0; i < length; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    out += alphabet.charAt((state >>> 8) % alphabet.length);
  }
  return out;
}
const hex = (n: number) => pick(HEX, n);
const num = (n: number) => pick('123456789', 1) + pick(DIGITS, n - 1);
const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
const day = () => `2026-${pick('0', 1)}${pick('123456789', 1)}-${pick('12', 1)}${pick('0123456789', 1)}`;

/** Each is used eight times with other numbers. */
const MAKERS: readonly (() => string)[] = [
  () => `https://portal.vendor.example/orders/${num(8)}`,
  () => `https://portal.vendor.example/orders/${uuid()}/positions?page=${num(1)}&size=50`,
  () => `https://shop.example.de/bestellungen/${num(10)}/rechnung?format=pdf`,
  () => `https://git.example.com/team/app/-/commit/${hex(40)}`,
  () =>
    `https://github.com/acme/portal/blob/${hex(40)}/src/components/OrderListItemView.tsx#L${num(2)}-L${num(3)}`,
  () => `https://jira.example.com/browse/PORTAL-${num(4)}?focusedCommentId=${num(6)}`,
  () => `https://app.example.com/#/kunden/${num(6)}/adressen?tab=lieferung&sort=name`,
  () => `https://app.example.com/reports/umsatz-nach-regionen-und-produktgruppen?from=${day()}&to=${day()}`,
  () => `https://status.vendor.example/incidents/${hex(12)}`,
  () => `https://api.vendor.example/v2/requests?requestId=${uuid()}&correlationId=${uuid()}`,
  () => `https://api.vendor.example/v1/traces/${hex(32)}?traceparent=00-${hex(32)}-${hex(16)}-01`,
  () => `https://www.suche.example/suche?q=drucker+f%C3%A4llt+aus&seite=${num(1)}&lang=de`,
  () => `https://docs.example.com/how-to-configure-single-sign-on-for-your-organisation-in-ten-steps`,
  () => `https://hr.example.com/Mitarbeiter%C3%BCbersicht/Abteilung-${num(3)}/Urlaubsantr%C3%A4ge`,
  () => `https://crm.example.com/lightning/r/Account/001${num(4)}0000${num(4)}QAA/view`,
  () =>
    `https://erp.example.com/sap/bc/ui5_ui5/ui2/ushell/shells/abap/FioriLaunchpad.html?sap-client=100&sap-language=DE#PurchaseOrder-display?PurchaseOrder=45000${num(5)}`,
  () => `https://cdn.example.com/assets/index-${hex(8)}.js`,
  () => `https://files.example.com/2026/11/Screenshot_2026-11-23_at_14.02.${num(2)}.png`,
  () => `https://map.example.com/@52.520008,13.404954,${num(2)}z?layer=traffic`,
  () => `https://video.example.com/watch?v=${pick('abcdefghijkLMNOPQRSTuvwxyz0123456789', 11)}&t=${num(2)}s`,
  () => `https://tickets.example.com/ticket_view?ticket_id=${num(7)}&status=open&assignee=me`,
  () => `https://bahn.example.de/verbindung?von=Berlin+Hbf&nach=M%C3%BCnchen+Hbf&datum=${day()}T08:${num(2)}`,
  () =>
    `https://shop.example.com/p/wireless-noise-cancelling-headphones-black-${num(5)}?variant=${num(11)}&utm_source=newsletter&utm_campaign=autumn_sale_2026`,
  () =>
    `https://bi.example.com/dashboards/${num(4)}?filter%5Bregion%5D=EMEA&filter%5Byear%5D=2026&sort=-revenue`,
  () => `https://lms.example.edu/course/view.php?id=${num(5)}&section=${num(1)}#module-${num(6)}`,
  () => `https://registry.example.com/v2/library/nginx/manifests/sha256:${hex(64)}`,
  () => `https://mongo.example.com/collections/customers/documents/${hex(24)}`,
  () =>
    `https://wiki.example.com/index.php?title=Fehlerbehebung_bei_Verbindungsabbr%C3%BCchen&oldid=${num(6)}`,
  () => `https://www.example.com/login?redirect=%2Fdashboard%2Forders%3Fpage%3D${num(1)}`,
  () => `https://build.example.com/job/portal-backend/job/feature%252Fnew-checkout-flow/${num(3)}/console`,
];

/** Harmless, but written with names that elsewhere carry secrets: these few are touched, and counted as low confidence. */
const AMBIGUOUS: readonly string[] = [
  'https://github.com/acme/portal/issues?state=open&labels=bug',
  'https://shop.example.com/gutschein?code=HERBST26',
  'https://i18n.example.com/strings?key=checkout.button.pay',
];

export const BENIGN_URLS: readonly string[] = [
  ...Array.from({ length: 8 }, () => MAKERS.map((make) => make())).flat(),
  ...AMBIGUOUS,
];
