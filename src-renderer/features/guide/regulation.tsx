import { useQueryCall } from '#renderer/bridge/hooks.ts';
import { Guidance } from '#renderer/parts/process/guidance.tsx';
import { Refusal } from '#renderer/parts/refusal.tsx';
import { useMe } from '#renderer/parts/session.ts';
import { definitionSchema } from '#shared/domain/process/definition.ts';
import { guideTexts as t } from '#renderer/text/guide-texts.ts';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import styles from './guide.module.css';

/** What one process asks for on each of its stages, and who takes part; one's own role is said first. */
export const Regulation = ({ code }: { readonly code: string }) => {
  const answer = useQueryCall('processes.get', { code });
  const me = useMe().data?.user?.fullName ?? '';
  if (answer.error) return <Refusal error={answer.error} />;
  if (!answer.data) return <Skeleton lines={8} />;
  const { title, roles, definition } = answer.data;
  const parsed = definitionSchema.safeParse(definition);
  const stages = parsed.success ? parsed.data.stages.filter(({ guidance }) => guidance !== undefined) : [];
  const own = roles.filter(({ people }) => people.includes(me)).map((role) => role.title);
  return (
    <>
      <h2 className={styles.title}>{title}</h2>
      {parsed.success && parsed.data.description !== undefined && <p>{parsed.data.description}</p>}
      {own.length > 0 && (
        <p>
          <b>{t.yourRole(own.join(', '))}</b>
        </p>
      )}
      <p className={styles.quiet}>
        {t.roles}: {roles.map((role) => `${role.title} – ${role.people.join(', ') || t.nobody}`).join('; ')}
      </p>
      {stages.length === 0 && <p>{t.noGuidance}</p>}
      {stages.map((stage) => (
        <div key={stage.code}>
          <h3 className={styles.stage}>{t.stage(stage.title)}</h3>
          <Guidance
            guidance={{
              text: stage.guidance?.text ?? '',
              documents: stage.guidance?.documents ?? [],
              handOver: stage.guidance?.handOver ?? [],
            }}
          />
        </div>
      ))}
    </>
  );
};
