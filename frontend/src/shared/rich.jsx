// Course text that may carry <em>, <strong>, <sub>, <sup>, <q>, <abbr>. It was sanitised in Python (nh3) before it got here;
// nothing a learner typed may ever pass through this component.

export function Rich({ html, as: Tag = "span", ...rest }) {
  return <Tag {...rest} dangerouslySetInnerHTML={{ __html: html ?? "" }} />;
}
