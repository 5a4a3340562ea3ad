// What a second child brings, asked through the generated client of a service: node second-child.js http://localhost:8080
import { AssessmentApi, Configuration, Outcome, ResponseError, ScreeningApi } from '../target/typescript/index.js';

const service = new Configuration({ basePath: process.argv[2] });
const day = '2026-11-21';
const facts = {
  children: [
    { birthDate: '2015-03-01' },
    { birthDate: '2025-06-01', registrationDivision: '230102', applicationDate: '2025-07-01' },
  ],
};

function expect(expected: unknown, answered: unknown): void {
  console.log(answered);
  if (answered !== expected) {
    throw new Error(`expected ${expected}`);
  }
}

const answer = await new AssessmentApi(service).assessChildcareSubsidy({
  childcareSubsidyRequest: { asOf: day, facts },
});
expect(Outcome.Eligible, answer.outcome);
expect(500, answer.result.monthlyYuan);
answer.reasons.forEach((reason) => console.log('  ' + reason.text));

const screened = await new ScreeningApi(service).screen({ screeningRequest: { asOf: day, facts } });
expect(Outcome.Eligible, screened.policies.find((each) => each.policy === 'childcare-subsidy')?.outcome);

const refused = await new AssessmentApi(service)
  .assessChildcareSubsidy({ childcareSubsidyRequest: { facts: { children: [{ birthDate: 'yesterday' }] } } })
  .catch((error: unknown) => error);
expect(422, refused instanceof ResponseError ? refused.response.status : refused);
