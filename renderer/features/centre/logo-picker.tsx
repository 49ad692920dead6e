import { Flex, UnstyledButton } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { HiddenFile } from '../../ui/form/hidden-file.tsx'
import { readPicture } from '../../ui/form/picture-file.ts'
import styles from './logo-picker.module.css'

/** Px. Printed 18 mm wide, so more would not be visible. */
const logoSide = 640

interface LogoPicker {
  /** Goes into the letterhead: the logo, or the place to add one. */
  box: React.ReactNode
  /** Below the logo: change, remove, and errors. */
  actions: React.ReactNode
}

/** `onLogo` gets a PNG data URL, or null when the logo is removed. */
export function useLogoPicker(logo: string | null, onLogo: (logo: string | null) => unknown): LogoPicker {
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<string | null>(null)

  async function take(file: File | undefined) {
    if (!file) return
    setProblem(null)
    const picture = await readPicture(file, logoSide, 'image/png').catch(() => null)
    if (picture) await onLogo(picture)
    else setProblem(`“${file.name}” bukan gambar PNG atau JPEG. Pilih berkas gambar.`)
  }
  const choose = () => input.current?.click()

  return {
    box: logo ? (
      <img className={styles.logo} src={logo} alt="Logo pada kop surat" />
    ) : (
      <UnstyledButton className={styles.empty} onClick={choose}>
        <IconUpload size={18} stroke={1.75} aria-hidden />
        Logo
      </UnstyledButton>
    ),
    actions: (
      <Flex wrap="wrap" align="center" gap="0.5rem">
        <HiddenFile ref={input} label="Berkas logo" accept="image/png,image/jpeg" onFiles={([file]) => take(file)} />
        <ActionButton needs="setting.change" size="xs" tone="quiet" icon={IconUpload} onAction={choose}>
          {logo ? 'Ganti logo' : 'Pilih logo'}
        </ActionButton>
        {logo && (
          <ActionButton needs="setting.change" size="xs" tone="quiet" onAction={() => onLogo(null)}>
            Hapus logo
          </ActionButton>
        )}
        <ErrorNote error={problem} />
      </Flex>
    ),
  }
}
