import { appError, type AppError } from '#shared/contract/errors.ts';
import type { OutputOf } from '#shared/contract/index.ts';
import { FACSIMILE_KINDS } from '#shared/domain/document/facsimile-uses.ts';
import type { FacsimilePart } from '#shared/domain/document/facsimile.ts';
import { titleOf } from '#shared/domain/document/titles.ts';
import { initialsAfter } from '#shared/domain/grammar/initials.ts';
import type { Organisation } from '#shared/domain/party/party.ts';
import { requireDefined } from '#shared/kernel/assert.ts';
import { asId } from '#shared/kernel/id.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { recordAudit } from '../audit.ts';
import type { CoreDeps, Handler } from '../deps.ts';
import { readUses, usesKey } from './uses.ts';
import { pictureSize } from './picture-size.ts';

type Company = OutputOf<'facsimiles.list'>['items'][number];
type Place = { readonly organisationId: string; readonly part: FacsimilePart; readonly signatoryId: string };

const MOST_HEIGHT_MM = 80;

const companyView = async (deps: CoreDeps, { party }: Organisation): Promise<Company> => {
  const { read } = deps.base;
  const known = read.facsimiles.of(party.id);
  const places = [
    { part: 'stamp' as const, signatoryId: '', title: 'Печать' },
    ...party.signatories.map((person) => ({
      part: 'signature' as const,
      signatoryId: person.id,
      title: `Подпись: ${initialsAfter(person)}`,
    })),
  ];
  const pictures = await Promise.all(
    places.map(async (place) => {
      const found = known.find(({ part, signatoryId }) => part === place.part && signatoryId === place.signatoryId);
      const bytes = found === undefined ? null : await deps.files.read(found.sha256);
      return {
        ...place,
        widthMm: found?.widthMm ?? null,
        heightMm: found?.heightMm ?? null,
        png: bytes === null ? null : Buffer.from(bytes).toString('base64'),
      };
    }),
  );
  const { kinds, media } = readUses(read, party.id);
  return { organisationId: party.id, organisation: party.shortName, pictures, kinds, media };
};

export const listFacsimiles =
  (deps: CoreDeps): Handler<'facsimiles.list'> =>
  async () =>
    ok({
      items: await Promise.all(deps.base.read.organisations.list().map((one) => companyView(deps, one))),
      kinds: FACSIMILE_KINDS.map((kind) => ({ kind, title: titleOf(kind) })),
    });

/** The company of a place; a signature belongs to a signatory of its card. */
const findPlace = (deps: CoreDeps, { organisationId, part, signatoryId }: Place): Result<Organisation, AppError> => {
  const organisation = deps.base.read.organisations.get(asId(organisationId));
  if (organisation === null) return err(appError('organisation.unknown', { inn: organisationId }));
  const isThere =
    part === 'stamp' ? signatoryId === '' : organisation.party.signatories.some(({ id }) => id === signatoryId);
  return isThere
    ? ok(organisation)
    : err(appError('facsimile.signatory', { organisation: organisation.party.shortName }));
};

const change = (action: string, { party }: Organisation, before: unknown, after: unknown) => ({
  action,
  entity: 'organisation' as const,
  entityId: party.id,
  right: 'organisations.edit' as const,
  before,
  after,
});

export const saveFacsimile =
  (deps: CoreDeps): Handler<'facsimiles.save'> =>
  async (context, input) => {
    const found = findPlace(deps, input);
    if (!found.ok) return found;
    const bytes = Buffer.from(input.png, 'base64');
    const size = pictureSize(bytes);
    if (typeof size === 'string') return err(appError('facsimile.refused', { reason: size }));
    const { part, signatoryId, widthMm } = input;
    const heightMm = Math.max(1, Math.round((widthMm * size.height) / size.width));
    if (heightMm > MOST_HEIGHT_MM)
      return err(appError('facsimile.refused', { reason: `на бумаге она выше ${MOST_HEIGHT_MM} мм` }));
    const stored = await deps.files.put(bytes);
    if (!stored.ok)
      return err(
        stored.error.code === 'disk.full'
          ? appError('disk.full', {})
          : appError('disk.failed', { reason: stored.error.reason }),
      );
    const { sha256 } = stored.value;
    const organisationId = found.value.party.id;
    const addedBy = requireDefined(context.actor, 'the acting person').user.id;
    const answer = context.commit((stores) => {
      const facsimile = { organisationId, part, signatoryId, sha256, widthMm, heightMm };
      stores.facsimiles.save({ ...facsimile, addedAt: deps.clock.now(), addedBy }, stored.value.size);
      recordAudit(deps, context, stores, change('facsimile.saved', found.value, null, facsimile));
      return { organisationId };
    });
    return ok(answer);
  };

export const removeFacsimile =
  (deps: CoreDeps): Handler<'facsimiles.remove'> =>
  (context, { organisationId, part, signatoryId }) => {
    const found = findPlace(deps, { organisationId, part, signatoryId });
    if (!found.ok) return found;
    const answer = context.commit((stores) => {
      const place = { organisationId: found.value.party.id, part, signatoryId };
      stores.facsimiles.remove(place);
      recordAudit(deps, context, stores, change('facsimile.removed', found.value, place, null));
      return { organisationId };
    });
    return ok(answer);
  };

export const saveUses =
  (deps: CoreDeps): Handler<'facsimiles.uses'> =>
  (context, { organisationId, kinds, media }) => {
    const organisation = deps.base.read.organisations.get(asId(organisationId));
    if (organisation === null) return err(appError('organisation.unknown', { inn: organisationId }));
    const answer = context.commit((stores) => {
      const before = readUses(stores, organisation.party.id);
      stores.settings.set(usesKey(organisation.party.id), JSON.stringify({ kinds, media }));
      recordAudit(deps, context, stores, change('facsimile.uses', organisation, before, { kinds, media }));
      return { organisationId };
    });
    return ok(answer);
  };
