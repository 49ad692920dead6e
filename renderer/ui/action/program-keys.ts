/** Keys of the whole program that more than one place binds or shows. */
export const programKeys = {
  find: 'Ctrl K',
  /** Opens the choices of the field or cell. */
  choices: 'F4',
  filter: '/',
  guide: 'F1',
  lock: 'Ctrl L',
  more: 'Alt .',
  redo: 'Ctrl Y',
  searchGuide: 'Ctrl F1',
  undo: 'Ctrl Z',
} as const
