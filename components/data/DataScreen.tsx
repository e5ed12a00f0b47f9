import { data } from '../../lib/i18n/data/data.ts';
import { useText } from '../state/locale.tsx';
import { BackupPanel } from './BackupPanel.tsx';
import { ExportPanel } from './ExportPanel.tsx';
import { RescuePanel } from './RescuePanel.tsx';
import { RestorePanel } from './RestorePanel.tsx';
import { RetentionPanel } from './RetentionPanel.tsx';
import { WipePanel } from './WipePanel.tsx';
import './data.css';

/** Backup & export: what leaves this computer and what comes back. */
export function DataScreen() {
  const t = useText(data);
  return (
    <div class="data-screen">
      <h1>{t.heading}</h1>
      <ExportPanel />
      <BackupPanel />
      <RestorePanel />
      <RetentionPanel />
      <RescuePanel />
      <WipePanel />
    </div>
  );
}
