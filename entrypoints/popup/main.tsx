// Styles first and by name: they are linked in the page's head and paint the shell before this runs.
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/ui/button.css';
import '../../components/ui/field.css';
import '../../components/ui/segmented.css';
import '../../components/ui/chip.css';
import '../../components/popup/popup.css';
import { createPopupClient } from '../../lib/app/client/popup-client.ts';
import { resolveLocale } from '../../lib/i18n/locale.ts';
import { applyAppearance, readAppearance } from '../../components/state/appearance.ts';

// The capture starts with this message; everything else, even loading the screen, comes after it.
const client = createPopupClient();
const first = client.start();

const { language, theme } = readAppearance(() => localStorage);
const locale = resolveLocale(language, navigator.languages);
applyAppearance(document.documentElement, theme, locale.language);

// Of the words only one language is loaded, by a name that the gate knows (decision 0019).
const words =
  locale.language === 'de'
    ? import('../../lib/i18n/popup/speak-de.ts')
    : import('../../lib/i18n/popup/speak-en.ts');

// The page's own markup is painted first; the live screen takes its place behind that, without moving anything.
// A popup that is not shown yet is given no frame, hence the limit.
await new Promise<void>((resolve) => {
  requestAnimationFrame(() => setTimeout(resolve));
  setTimeout(resolve, 120);
});

const root = document.getElementById('popup');
if (!root) throw new Error('The popup page has no element #popup.');
const [{ mountPopup }, { speak }] = await Promise.all([import('../../components/popup/mount.tsx'), words]);
mountPopup(root, client, first, locale, speak);
