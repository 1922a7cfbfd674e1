package uk.ac.manchester.tornado.api.enums;

/** The kinds of backends, in the order of TornadoVM 5.2. */
public enum TornadoVMBackendType {
  /** OpenCL. */
  OPENCL,
  /** Metal. */
  METAL,
  /** PTX. */
  PTX,
  /** CUDA C. */
  CUDA,
  /** SPIR-V. */
  SPIRV,
  /** The JVM itself. */
  JAVA,
  /** A device that only compiles. */
  VIRTUAL
}
