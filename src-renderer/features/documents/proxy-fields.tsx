import { wireDate } from '#renderer/parts/order-row.ts';
import { paperTexts } from '#renderer/text/paper-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import styles from './paper-dialog.module.css';
import { withGoods, withOneMore, type ProxyForm } from './proxy-form.ts';

const t = paperTexts.proxy;

type ProxyFieldsProps = {
  readonly proxy: ProxyForm;
  readonly onProxy: (proxy: ProxyForm) => void;
  readonly today: string;
};

/** Who fetches the goods by М-2, and which goods. */
export const ProxyFields = ({ proxy, onProxy, today }: ProxyFieldsProps) => {
  const put = (change: Partial<ProxyForm>): void => onProxy({ ...proxy, ...change });
  return (
    <>
      <TextField label={t.person} hint={t.personHint} value={proxy.person} onChange={(person) => put({ person })} />
      <TextField label={t.position} value={proxy.position} onChange={(position) => put({ position })} />
      <div className={styles.dates}>
        <TextField label={t.passport} value={proxy.passport} onChange={(passport) => put({ passport })} />
        <DateField
          label={t.issuedOn}
          value={proxy.issuedOn}
          today={wireDate(today)}
          onChange={(issuedOn) => put({ issuedOn })}
        />
      </div>
      <TextField label={t.issuedBy} value={proxy.issuedBy} onChange={(issuedBy) => put({ issuedBy })} />
      <TextField
        label={t.orderDocument}
        value={proxy.orderDocument}
        onChange={(orderDocument) => put({ orderDocument })}
      />
      {proxy.goods.map((line, index) => (
        <div key={index} className={styles.goods}>
          <TextField
            label={t.goods(index + 1)}
            value={line.name}
            onChange={(name) => onProxy(withGoods(proxy, index, { name }))}
          />
          <TextField
            label={t.unit}
            value={line.unitName}
            onChange={(unitName) => onProxy(withGoods(proxy, index, { unitName }))}
          />
          <TextField
            label={t.quantity}
            align="right"
            value={line.quantity}
            onChange={(quantity) => onProxy(withGoods(proxy, index, { quantity }))}
          />
        </div>
      ))}
      <Button size="s" icon="plus" onClick={() => onProxy(withOneMore(proxy))}>
        {t.more}
      </Button>
    </>
  );
};
