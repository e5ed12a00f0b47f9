export const en = {
  title: 'Part of the page for the picture',
  hint: 'Drag over the part that matters. With the keyboard: arrow keys move, Shift + arrow keys resize, Enter takes the picture, Esc cancels.',
  cancel: 'Cancel',
  size: (width: number, height: number) => `${width} × ${height}`,
};
