import { Checkbox, ColorInput, NativeSelect, NumberInput, Textarea } from '@mantine/core'
import {
  type DesignBlock,
  type DesignColour,
  type DesignFace,
  designFaces,
  designTokens,
  type TextBlock,
} from '../../../shared/features/certificate-design/design.ts'
import { ActionButton } from '../../ui/action/action-button.tsx'
import { field, ticking, typing } from '../../ui/form/field.tsx'
import layout from '../../ui/page/layout.module.css'
import { placeOf } from './change-block.ts'
import styles from './design-side.module.css'

interface BlockFieldsProps {
  block: DesignBlock
  two: boolean
  /** `step` names the field: changes of the same step are undone together. */
  onChange: (part: Partial<DesignBlock>, step: string) => void
  onRemove: () => void
}

/** All settings of one block. */
export function BlockFields({ block, two, onChange, onRemove }: BlockFieldsProps) {
  const place = placeOf(block, two)
  const hasOwnPlace = two && block.two !== null && block.two !== 'hidden'
  const move = (part: Partial<typeof place>, step: string) =>
    onChange(hasOwnPlace ? { two: { ...place, ...part } } : part, step)
  return (
    <>
      <Checkbox label="Dicetak" {...ticking(block.on, next => onChange({ on: next }, 'on'))} />
      <div className={styles.pair}>
        <Measure label="Dari kiri" value={place.x} onValue={x => move({ x }, 'x')} />
        <Measure label="Dari atas" value={place.y} onValue={y => move({ y }, 'y')} />
      </div>
      {two && (
        <Choice
          label="Bila dua penanda tangan"
          data={[
            { value: 'same', label: 'Tempat yang sama' },
            { value: 'own', label: 'Tempat sendiri' },
            { value: 'hidden', label: 'Tidak dicetak' },
          ]}
          value={block.two === null ? 'same' : block.two === 'hidden' ? 'hidden' : 'own'}
          onValue={value =>
            onChange({ two: value === 'same' ? null : value === 'hidden' ? value : { x: block.x, y: block.y } }, 'two')
          }
        />
      )}
      {block.kind === 'text' && <TextFields block={block} onChange={onChange} />}
      {block.kind === 'signatory' && (
        <>
          <Choice data={faceOptions} label="Huruf" value={block.face} onValue={face => onChange({ face }, 'face')} />
          <Choice
            data={faceOptions}
            label="Huruf nama"
            value={block.strongFace}
            onValue={strongFace => onChange({ strongFace }, 'strongFace')}
          />
          <div className={styles.pair}>
            <Measure unit="pt" label="Ukuran" value={block.size} onValue={size => onChange({ size }, 'size')} />
            <Measure label="Lebar" value={block.width} onValue={width => onChange({ width }, 'width')} />
          </div>
          <Choice
            label="Rata"
            data={alignments('left', 'center')}
            value={block.align}
            onValue={align => onChange({ align }, 'align')}
          />
        </>
      )}
      {block.kind === 'photo' && (
        <Checkbox
          label="Kotak kosong untuk ditempel"
          {...ticking(block.empty, on => onChange({ empty: on }, 'empty'))}
        />
      )}
      {block.kind === 'qr' && <Measure label="Sisi" value={block.side} onValue={side => onChange({ side }, 'side')} />}
      {(block.kind === 'logo' || block.kind === 'line') && (
        <div className={styles.pair}>
          <Measure label="Lebar" value={block.width} onValue={width => onChange({ width }, 'width')} />
          <Measure label="Tinggi" value={block.height} onValue={height => onChange({ height }, 'height')} />
        </div>
      )}
      {block.kind === 'line' && (
        <div className={styles.pair}>
          <Measure
            unit="pt"
            label="Tebal"
            value={block.thickness}
            onValue={thickness => onChange({ thickness }, 'thickness')}
          />
          <ColourField label="Warna" value={block.colour} onValue={colour => onChange({ colour }, 'colour')} />
        </div>
      )}
      <div className={layout.chips}>
        <ActionButton size="xs" tone="quiet" onAction={onRemove}>
          Hapus blok
        </ActionButton>
      </div>
    </>
  )
}

function TextFields({ block, onChange }: { block: TextBlock; onChange: BlockFieldsProps['onChange'] }) {
  return (
    <>
      <Textarea
        {...field({ label: 'Teks' })}
        minRows={2}
        {...typing(block.text, next => onChange({ text: next }, 'text'))}
      />
      <details className={layout.detail}>
        <summary>Kolom dan tanda</summary>
        <p>{designTokens.map(token => `{${token}}`).join(' ')}</p>
        <p>**tebal** · ##tebal berwarna## · [bagian yang hilang bila kolomnya kosong]</p>
      </details>
      <Choice data={faceOptions} label="Huruf" value={block.face} onValue={face => onChange({ face }, 'face')} />
      <div className={styles.pair}>
        <Measure unit="pt" label="Ukuran" value={block.size} onValue={size => onChange(resized(block, size), 'size')} />
        <Measure
          unit="pt"
          label="Terkecil"
          value={block.minimum}
          onValue={minimum => onChange({ minimum }, 'minimum')}
        />
      </div>
      <div className={styles.pair}>
        <Measure label="Lebar" value={block.width} onValue={width => onChange({ width }, 'width')} />
        <NumberInput
          {...field({ label: 'Baris paling banyak' })}
          min={1}
          max={8}
          value={block.lines}
          onChange={value => onChange({ lines: Number(value) || 1 }, 'lines')}
        />
      </div>
      <div className={styles.pair}>
        <Choice
          label="Rata"
          data={alignments('left', 'center', 'right')}
          value={block.align}
          onValue={align => onChange({ align }, 'align')}
        />
        <ColourField label="Warna" value={block.colour} onValue={colour => onChange({ colour }, 'colour')} />
      </div>
    </>
  )
}

/** Keeps the line spacing in proportion to the letter size. */
function resized(block: TextBlock, size: number): Partial<TextBlock> {
  const leading = Math.round((block.leading / block.size) * size * 10) / 10
  return { size, leading: Math.min(40, Math.max(2, leading)) }
}

interface ValueField<Value> {
  label: string
  value: Value
  onValue: (value: Value) => void
}

function Measure({ label, value, onValue, unit = 'mm' }: ValueField<number> & { unit?: 'mm' | 'pt' }) {
  return (
    <NumberInput
      {...field({ label: `${label} (${unit})` })}
      allowedDecimalSeparators={[',', '.']}
      decimalScale={2}
      step={unit === 'mm' ? 0.5 : 0.25}
      value={value}
      onChange={next => typeof next === 'number' && onValue(next)}
    />
  )
}

type ChoiceField<Value> = ValueField<Value> & { data: readonly { value: Value; label: string }[] }

function Choice<Value extends string>({ label, value, onValue, data }: ChoiceField<Value>) {
  return <NativeSelect {...field({ label })} data={data} {...typing(value, text => onValue(text as Value))} />
}

const alignLabels = { left: 'Kiri', center: 'Tengah', right: 'Kanan' } as const

function alignments<Align extends TextBlock['align']>(...values: readonly Align[]) {
  return values.map(value => ({ value, label: alignLabels[value] }))
}

const roleLabels = {
  ink: 'Hitam',
  title: 'Warna judul',
  accent: 'Warna hiasan',
  grey: 'Abu-abu',
  hairline: 'Garis rambut',
}

/** A colour of the design, or a custom one. */
function ColourField({ label, value, onValue }: ValueField<DesignColour>) {
  const isOwn = value.startsWith('#')
  return (
    <>
      <Choice<string>
        label={label}
        data={[
          ...Object.entries(roleLabels).map(([role, words]) => ({ value: role, label: words })),
          { value: 'own', label: 'Warna sendiri' },
        ]}
        value={isOwn ? 'own' : value}
        onValue={next => onValue(next === 'own' ? '#000000' : (next as DesignColour))}
      />
      {isOwn && (
        <ColorInput
          {...field({ label: 'Warna sendiri' })}
          format="hex"
          withEyeDropper={false}
          value={value}
          onChange={next => /^#[0-9a-f]{6}$/i.test(next) && onValue(next.toUpperCase())}
        />
      )}
    </>
  )
}

const names: Record<DesignFace, string> = {
  arimo: 'Arimo',
  'arimo-bold': 'Arimo tebal',
  'arimo-italic': 'Arimo miring',
  'arimo-bold-italic': 'Arimo tebal miring',
  garamond: 'EB Garamond',
  'garamond-medium': 'EB Garamond sedang',
  'garamond-semibold': 'EB Garamond tebal',
  'garamond-italic': 'EB Garamond miring',
  cinzel: 'Cinzel (judul)',
  'source-serif': 'Source Serif',
  'source-serif-semibold': 'Source Serif tebal',
  'source-sans': 'Source Sans',
  'source-sans-semibold': 'Source Sans tebal',
  'source-sans-italic': 'Source Sans miring',
  tinos: 'Tinos',
  'tinos-bold': 'Tinos tebal',
}

const faceOptions = designFaces.map(face => ({ value: face, label: names[face] }))
