// One native list to choose from, under its label.
export const Select = ({ id, label, value, onValue, children }) => (
  <p class="to-select"><label for={id}>{label}</label><select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value)}>{children}</select></p>
);
