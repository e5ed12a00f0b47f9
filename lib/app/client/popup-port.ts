/** Name of the port a popup keeps open; its end tells the background that the popup is gone. */
export const POPUP_PORT = 'popup:';
