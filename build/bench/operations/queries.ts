import type { ContractProcedure } from '@orpc/contract'
import type { BackendClient } from '../../../electron/backend/create-backend.ts'
import type { Contract } from '../../../shared/contract.ts'
import type { OperationErrors } from '../../../shared/operation.ts'

type IsQuery<Procedure> =
  Procedure extends ContractProcedure<infer _Input, infer _Output, OperationErrors, infer Meta>
    ? Meta extends { kind: 'query' }
      ? true
      : false
    : false

type Queries<Feature> = { [Name in keyof Feature as IsQuery<Feature[Name]> extends true ? Name : never]: Feature[Name] }

/** Some inputs for each query of the contract; a new query without an entry is a type error. */
export type QueryInputs = {
  readonly [Feature in keyof Contract as keyof Queries<Contract[Feature]> extends never ? never : Feature]: {
    readonly [Name in keyof Queries<Contract[Feature]>]: readonly Parameters<
      Extract<BackendClient[Feature][Name & keyof BackendClient[Feature]], (...args: never[]) => unknown>
    >[0][]
  }
}
