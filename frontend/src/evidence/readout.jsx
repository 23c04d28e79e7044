// A number set large, with its name.
export const Readout = ({ value, children }) => <span><b>{value}</b> {children}</span>;
