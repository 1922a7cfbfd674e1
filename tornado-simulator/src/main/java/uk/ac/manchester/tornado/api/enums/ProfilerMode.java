package uk.ac.manchester.tornado.api.enums;

/** Where a profile goes. */
public enum ProfilerMode {
  /** Printed. */
  CONSOLE,
  /** Kept in the result only. */
  SILENT
}
