import { noPayment, type Payment } from '../../../../shared/features/instructor/payment.ts'
import type { ReadDatabase, WriteDatabase } from '../../database/connection.ts'

export function paymentOf(db: ReadDatabase, instructorId: number): Payment {
  const row = db.get<Payment>(
    `SELECT status, npwp, bank_name AS bankName, bank_account AS bankAccount, bank_holder AS bankHolder
     FROM instructor_payment WHERE instructor_id = ?`,
    [instructorId],
  )
  return row ?? noPayment
}

export function writePayment(db: WriteDatabase, instructorId: number, payment: Payment): void {
  db.run(
    `INSERT OR REPLACE INTO instructor_payment (instructor_id, status, npwp, bank_name, bank_account, bank_holder)
     VALUES (@instructorId, @status, @npwp, @bankName, @bankAccount, @bankHolder)`,
    { ...payment, instructorId },
  )
}
