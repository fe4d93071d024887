import type { SubjectKey, SubjectKind } from './subject-kind';
import { industrySubjects } from './subjects/industries';
import { modelSubjects } from './subjects/models';
import { vendorSubjects } from './subjects/vendors';

/** Everything that can be compared. */
export const subjectKinds: Readonly<Record<SubjectKey, SubjectKind>> = {
  vendors: vendorSubjects,
  models: modelSubjects,
  industries: industrySubjects,
};
