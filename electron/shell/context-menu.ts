import { Menu, type WebContents } from 'electron'

/** Electron has no context menu of its own; staff paste with the right mouse button. */
export function addContextMenu(contents: WebContents): void {
  contents.on('context-menu', (_event, { isEditable, editFlags, selectionText, frame, menuSourceType, x, y }) => {
    const menu = isEditable
      ? Menu.buildFromTemplate([
          { role: 'cut', label: 'Potong', enabled: editFlags.canCut },
          { role: 'copy', label: 'Salin', enabled: editFlags.canCopy },
          { role: 'paste', label: 'Tempel', enabled: editFlags.canPaste },
          { type: 'separator' },
          { role: 'selectAll', label: 'Pilih semua', enabled: editFlags.canSelectAll },
        ])
      : selectionText.trim() !== '' && Menu.buildFromTemplate([{ role: 'copy', label: 'Salin' }])
    // Opened by key it appears at the field, with its first item selected; opened by mouse it appears at the pointer anyway.
    const place = menuSourceType === 'keyboard' ? { x, y } : {}
    if (menu) menu.popup({ sourceType: menuSourceType, ...(frame && { frame }), ...place })
  })
}
