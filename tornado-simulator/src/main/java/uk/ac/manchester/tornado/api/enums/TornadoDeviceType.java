package uk.ac.manchester.tornado.api.enums;

/** The kinds of devices. */
public enum TornadoDeviceType {
  /** Not known. */
  UNKNOWN,
  /** Whatever the platform prefers. */
  DEFAULT,
  /** A processor. */
  CPU,
  /** A graphics processor. */
  GPU,
  /** A programmable gate array. */
  FPGA,
  /** Another accelerator. */
  ACCELERATOR,
  /** A device of fixed function. */
  CUSTOM,
  /** Any of them. */
  ALL
}
