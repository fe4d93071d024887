import { auth } from '@/accounts/auth';
import { logSecurity } from '@/accounts/security-log';
import { forgetChangeTries, mayChangePassword } from '@/accounts/sign-in-tries';
import { answerFormOf, clientOf, sentOn } from '@/app/form-request';
import { clients } from '@/database/client';
import { weaknessOf } from '@/domain/password';
import type { SecurityKind } from '@/domain/security-line';
import { publicUrl } from '@/linking/public-url';

/** Changes the person's password and ends all other sessions. Tries with a wrong present one are counted. */
export function POST(request: Request): Promise<Response> {
  return answerFormOf(request, 'propose', async ({ lang, field }, person) => {
    const { current } = clients();
    const back = (said: string, cookies: readonly string[] = []) =>
      sentOn(lang, `/editor/account?said=${said}`, cookies);
    const note = (kind: SecurityKind) => {
      const by = { id: person.id, address: clientOf(request) };
      return logSecurity(current, { kind, accountId: person.id, by });
    };
    const weakness = weaknessOf(field('password'), person);
    if (weakness !== null) return back(`password-${weakness}`);
    const permission = await mayChangePassword(current, person.id);
    if (!permission.granted) {
      if (permission.first) await note('password-change-refused');
      return back('too-often');
    }
    const { api } = await auth(publicUrl());
    const answer = await api.changePassword({
      headers: request.headers,
      body: {
        currentPassword: field('current'),
        newPassword: field('password'),
        revokeOtherSessions: true,
      },
      asResponse: true,
    });
    if (answer.ok) {
      await forgetChangeTries(current, person.id);
      await note('password-changed');
      return back('changed', answer.headers.getSetCookie());
    }
    if (answer.status >= 500) throw new Error(`changing a password was answered with ${answer.status}`);
    const { code } = (await answer.json().catch(() => ({}))) as { code?: string };
    if (code !== 'INVALID_PASSWORD') return back('no-password');
    await note('password-change-failed');
    return back('wrong-current');
  });
}
