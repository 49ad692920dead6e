import { NumberInput, Select, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { CertificateKind } from '../../../../shared/features/certificate/contract.ts'
import type { PlainDate } from '../../../../shared/kernel/plain-date.ts'
import { api, keepShown, useCommand, useRead, useToday } from '../../../app/client.ts'
import { FormDrawer } from '../../../ui/dialog/form-dialog.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { field, typing } from '../../../ui/form/field.tsx'
import { SegmentedField } from '../../../ui/form/segmented-field.tsx'
import layout from '../../../ui/page/layout.module.css'
import { kindTitle } from '../kind-labels.ts'

const kinds: readonly CertificateKind[] = ['certificate', 'statement']

/** Reserves the next numbers, for papers written by hand or spoilt sheets. Mount only while open. */
export function NumberDrawer({ onClose }: { onClose: () => void }) {
  const today = useToday()
  const [purpose, setPurpose] = useState<'reserve' | 'void'>('reserve')
  const [kind, setKind] = useState<CertificateKind>('certificate')
  const [date, setDate] = useState<PlainDate | null>(today)
  const [chosen, setSeries] = useState<string | null>(null)
  const [count, setCount] = useState<number | string>(5)
  const [reason, setReason] = useState('')
  const counters = useRead(api.book.counters, date === null ? null : { date }, keepShown)
  const own = counters.data?.counters.filter(row => row.kind === kind) ?? []
  const counter = own.find(row => row.series === chosen) ?? own[0]
  const reserve = useCommand(api.book.reserve, {
    done: ({ first, last }) => (first === last ? `${first} dicadangkan.` : `${first} s.d. ${last} dicadangkan.`),
  })
  const spoil = useCommand(api.book.voidNumber, { done: ({ number }) => `${number} batal.` })
  const refused =
    date === null || !counter
      ? 'Isi tanggal.'
      : reason.trim().length < 5
        ? 'Tulis alasannya.'
        : purpose === 'reserve' && !(Number(count) >= 1 && Number(count) <= 200)
          ? 'Tulis jumlah 1 sampai 200.'
          : undefined

  async function submit() {
    if (date === null || !counter) return
    const counted = { kind, series: counter.series, date }
    const done =
      purpose === 'reserve'
        ? await reserve.run({ ...counted, count: Number(count), reason })
        : await spoil.run({ id: null, counter: counted, reason })
    if (done) onClose()
  }

  return (
    <FormDrawer
      title="Nomor tanpa sertifikat"
      onClose={onClose}
      error={reserve.error ?? spoil.error}
      action={{
        label: purpose === 'reserve' ? 'Cadangkan nomor' : 'Batalkan nomor ini',
        widest: 'Batalkan nomor ini',
        tone: purpose === 'reserve' ? 'primary' : 'danger',
        refused,
        run: submit,
      }}
    >
      <SegmentedField
        label="Untuk apa"
        data={[
          { value: 'reserve', label: 'Surat tulis tangan' },
          { value: 'void', label: 'Nomor rusak' },
        ]}
        value={purpose}
        onChange={value => setPurpose(value === 'void' ? 'void' : 'reserve')}
      />
      <Select
        {...field({ label: 'Jenis' })}
        data={kinds.map(value => ({ value, label: kindTitle(value) }))}
        value={kind}
        onChange={value => value !== null && setKind(value as CertificateKind)}
      />
      <DateField label="Tanggal yang tertulis pada nomor" value={date} onChange={setDate} />
      {purpose === 'reserve' && (
        <NumberInput
          {...field({ label: 'Berapa nomor' })}
          min={1}
          max={200}
          allowDecimal={false}
          value={count}
          onChange={setCount}
        />
      )}
      <Textarea
        {...field({ label: 'Alasan' })}
        minRows={2}
        placeholder={purpose === 'reserve' ? 'Blanko lama masih dipakai di kelas luar' : 'Blanko robek di pencetak'}
        {...typing(reason, setReason)}
      />
      {/* Below all fields: it depends on an answer that may come late. */}
      {counters.data?.series === 'trade' && (
        <Select
          {...field({ label: 'Kejuruan' })}
          data={own.map(row => row.series)}
          value={counter?.series ?? null}
          onChange={setSeries}
        />
      )}
      <Text size="sm">
        Nomor berikutnya:{' '}
        <span className={layout.digits} style={{ fontWeight: 600 }}>
          {counter?.next ?? '–'}
        </span>
      </Text>
      <p className={layout.detail}>
        Nomor diambil dari yang berikutnya, supaya buku tidak berlubang, dan tidak dipakai lagi oleh program.
      </p>
    </FormDrawer>
  )
}
