import type { UserManifest } from 'wxt';

/** faults.md §7: nothing may be fetched, framed, evaluated or turned from text into HTML, in either browser. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export const FIREFOX_ID = 'casebook@casebook.invalid';

/** The manifest of one browser; `test/unit/manifest` holds a snapshot of what is really built. */
export function manifestFor(browser: string, mode: string): UserManifest {
  const common: UserManifest = {
    name: '__MSG_name__',
    short_name: 'Casebook',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['activeTab', 'scripting', 'storage', 'unlimitedStorage', 'alarms', 'contextMenus'],
    incognito: 'not_allowed',
    action: { default_title: '__MSG_actionTitle__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+I' }, description: '__MSG_commandRecord__' },
      'record-silently': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandSilently__',
      },
    },
    ...(mode === 'development'
      ? {}
      : { content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY } }),
  };
  if (browser === 'firefox') {
    // A variable, because the type of the manifest does not know data_collection_permissions yet.
    const gecko = {
      id: FIREFOX_ID,
      strict_min_version: '142.0',
      data_collection_permissions: { required: ['none'] },
    };
    return { ...common, browser_specific_settings: { gecko } };
  }
  return {
    ...common,
    minimum_chrome_version: '144',
    externally_connectable: { ids: [] },
    // Firefox takes managed values without being told what they are.
    storage: { managed_schema: 'managed-schema.json' },
  };
}
