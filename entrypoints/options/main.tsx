import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import '../../components/ui/button.css';
import { render } from 'preact';
import { HealthBanner } from '../../components/settings/HealthBanner.tsx';
import { App } from '../../components/shell/App.tsx';
import { applyAppearance, readAppearance } from '../../components/state/appearance.ts';
import { createToasts } from '../../components/ui/toasts.ts';
import { createAppServices } from '../../lib/app/compose-options.ts';
import { resolveLocale } from '../../lib/i18n/locale.ts';

const { language, theme } = readAppearance(() => localStorage);
applyAppearance(document.documentElement, theme, resolveLocale(language, navigator.languages).language);

const root = document.getElementById('app');
if (!root) throw new Error('The page has no element #app.');
render(
  <App app={{ services: createAppServices(), toasts: createToasts() }} banner={<HealthBanner />} />,
  root,
);
