import type { ReactNode } from 'react';
import styles from './stories.module.css';

type MarkProps = { readonly source: 'crm' | 'directory' | 'computed' | 'hand'; readonly children: ReactNode };

const Mark = ({ source, children }: MarkProps) => (
  <span className="k-mark" data-source={source}>
    {children}
  </span>
);

/** A page as the preview will show it. */
export const SamplePage = () => (
  <div className={styles.document}>
    <p>
      <Mark source="directory">Сбербанк, г. Москва</Mark> · БИК <Mark source="directory">044525225</Mark> · Сч. №{' '}
      <Mark source="directory">30101810400000000225</Mark>
    </p>
    <p>
      ИНН <Mark source="directory">7199001014</Mark> КПП <Mark source="directory">719901001</Mark>{' '}
      <Mark source="directory">ООО «Заречный мясной двор»</Mark>
    </p>
    <p className={styles.documentTitle}>
      Счёт на оплату № <Mark source="computed">1204</Mark> от <Mark source="computed">20 ноября 2026 г.</Mark>
    </p>
    <p>
      Покупатель: <Mark source="crm">ООО «Гастроном на Площади»</Mark>, ИНН <Mark source="crm">7199010019</Mark>, КПП{' '}
      <Mark source="directory">719901001</Mark>
    </p>
    <p>
      Оплатить до <Mark source="hand">24.11.2026</Mark>
    </p>
    <p className={styles.documentTotal}>
      Итого: <Mark source="computed">118 500,00</Mark>
    </p>
    <p>
      <b>
        <Mark source="computed">Сто восемнадцать тысяч пятьсот рублей 00 копеек</Mark>
      </b>
    </p>
    <p>Руководитель ____________ Бухгалтер ____________</p>
  </div>
);
