import { Checkbox, ColorInput, NativeSelect, TextInput } from '@mantine/core'
import type { Design } from '../../../shared/features/certificate-design/design.ts'
import { api, useCommand } from '../../app/client.ts'
import { ErrorNote } from '../../ui/feedback/note.tsx'
import { field, ticking, typing } from '../../ui/form/field.tsx'
import { FileDrop } from '../../ui/form/file-drop.tsx'
import layout from '../../ui/page/layout.module.css'
import { Panel } from '../../ui/page/panel.tsx'
import styles from './design-side.module.css'

interface SheetFieldsProps {
  design: Design
  onChange: (design: Design, step?: string) => void
}

/** Name, background, colours and the back. */
export function SheetFields({ design, onChange }: SheetFieldsProps) {
  const { background, colours } = design
  const add = useCommand(api.certificateDesign.addPicture)

  async function take(file: File) {
    const done = await add.run({ file })
    if (done) onChange({ ...design, background: { kind: 'picture', sha256: done.output.sha256 } })
  }

  const colour = (role: keyof Design['colours'], label: string) => (
    <ColorInput
      {...field({ label })}
      format="hex"
      withEyeDropper={false}
      value={colours[role]}
      onChange={value =>
        /^#[0-9a-f]{6}$/i.test(value) &&
        value.toUpperCase() !== colours[role] &&
        onChange({ ...design, colours: { ...colours, [role]: value.toUpperCase() } }, `colour ${role}`)
      }
    />
  )

  return (
    <Panel title="Lembar">
      <div className={layout.tight}>
        <TextInput
          {...field({ label: 'Nama rancangan' })}
          {...typing(design.name, text => onChange({ ...design, name: text }, 'name'))}
        />
        <NativeSelect
          {...field({ label: 'Latar' })}
          data={[
            { value: 'none', label: 'Tanpa bingkai' },
            { value: 'guilloche', label: 'Bingkai anyaman' },
            { value: 'double', label: 'Bingkai garis ganda' },
            ...(background.kind === 'picture' ? [{ value: 'picture', label: 'Gambar' }] : []),
          ]}
          value={background.kind}
          onChange={event => {
            const kind = event.currentTarget.value
            if (kind === 'none' || kind === 'guilloche' || kind === 'double')
              onChange({ ...design, background: { kind } })
          }}
        />
        <FileDrop compact label="Gambar latar" accept=".png,.jpg,.jpeg" pending={add.pending} onFile={take}>
          Gambar latar A4, PNG atau JPEG, paling besar 8 MB
        </FileDrop>
        <ErrorNote error={add.error} />
        <Checkbox
          label="Hitam seluruhnya"
          {...ticking(design.palette === 'hitam', on => onChange({ ...design, palette: on ? 'hitam' : 'berwarna' }))}
        />
        {design.palette === 'berwarna' && (
          <div className={styles.pair}>
            {colour('title', 'Warna judul')}
            {colour('accent', 'Warna hiasan')}
          </div>
        )}
        <Checkbox
          label="Halaman belakang: daftar unit"
          {...ticking(design.back.on, on => onChange({ ...design, back: { ...design.back, on } }))}
        />
      </div>
    </Panel>
  )
}
