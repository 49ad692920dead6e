import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { ImportReading } from '../../../shared/features/import/contract.ts'
import type { ImportAnswer } from '../../../shared/features/import/import-row.ts'
import { pageRoute } from '../../app/root-route.tsx'
import { CheckStep } from './check-step.tsx'
import { ColumnStep } from './column-step.tsx'
import { FileStep } from './file-step.tsx'
import { type ImportStep, ImportTrail } from './import-trail.tsx'
import { useImport } from './use-import.ts'

export const importRoute = pageRoute('/peserta/impor', ImportPage)

/** Imports a list of trainees: file, columns, rows with what would happen, then one button writes. */
function ImportPage() {
  const router = useRouter()
  const work = useImport()
  const [step, setStep] = useState<ImportStep>('file')
  const [sender, setSender] = useState('')
  const [answers, setAnswers] = useState<ReadonlyMap<number, ImportAnswer>>(new Map())

  async function take(file: File) {
    const reading = await work.take(file, sender)
    if (!reading) return
    setAnswers(new Map())
    setStep(knowsColumns(reading) ? 'check' : 'columns')
  }

  async function run() {
    const receipt = await work.run([...answers.values()])
    if (receipt?.id) router.history.push(`/peserta/impor/${receipt.id}`)
  }

  const trail = <ImportTrail step={step} onGo={work.pending ? undefined : setStep} />
  const leave = () => router.history.push('/peserta')
  if (step === 'file' || !work.file)
    return <FileStep work={work} trail={trail} sender={sender} onSender={setSender} onFile={take} onLeave={leave} />
  if (step === 'columns')
    return (
      <ColumnStep
        work={work}
        file={work.file}
        trail={trail}
        onBack={() => setStep('file')}
        onNext={() => {
          // Other columns may give other rows, so earlier decisions are dropped.
          setAnswers(new Map())
          setStep('check')
        }}
      />
    )
  return (
    <CheckStep
      work={work}
      file={work.file}
      trail={trail}
      answers={answers}
      onAnswers={setAnswers}
      onBack={() => setStep('columns')}
      onRun={run}
    />
  )
}

/** True if all columns are known, by title or from the sender's last file. */
function knowsColumns({ missing, columns }: ImportReading): boolean {
  return missing.length === 0 && columns.every(column => column.source !== null || isCounter(column.title))
}

function isCounter(title: string): boolean {
  return /^(?:no|nomor|no\. ?urut|#)\.?$/i.test(title.trim())
}
