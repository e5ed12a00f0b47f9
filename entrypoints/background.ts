import { defineBackground } from 'wxt/utils/define-background';
import { browser } from '../lib/capture/browser.ts';
import type { Sender } from '../lib/app/capture/answer.ts';
import { composeBackground } from '../lib/app/compose-background.ts';

// Every listener is registered in the first turn of the worker: an event that woke it must find its listener.
export default defineBackground(() => {
  const background = composeBackground();
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) =>
    background.message(message, sender),
  );
  browser.runtime.onConnect.addListener((port) => background.connect(port));
  browser.runtime.onInstalled.addListener(({ reason }) => background.installed(reason));
  browser.contextMenus.onClicked.addListener((info, tab) => background.menuChosen(info, tab));
  browser.commands.onCommand.addListener((name: string, tab?: unknown) => background.commanded(name, tab));
  browser.runtime.onStartup.addListener(() => undefined);
  browser.runtime.onUpdateAvailable.addListener(() => background.updateAvailable());
  browser.alarms.onAlarm.addListener(({ name }) => background.alarm(name));
  background.start();
});
