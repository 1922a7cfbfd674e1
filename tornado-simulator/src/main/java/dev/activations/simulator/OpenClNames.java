package dev.activations.simulator;

import java.util.Set;

/** Names that OpenCL C takes for its built-in functions (specification 1.2, section 6.12). */
final class OpenClNames {
  private static final Set<String> BUILTINS =
      Set.of(
          ("abs abs_diff acos acosh acospi add_sat all any as_float as_int as_uint asin asinh asinpi"
                  + " atan atan2 atan2pi atanh atanpi atomic_add async_work_group_copy barrier"
                  + " bitselect cbrt ceil clamp clz copysign cos cosh cospi cross degrees distance"
                  + " dot erf erfc exp exp10 exp2 expm1 fabs fast_distance fast_length"
                  + " fast_normalize fdim floor fma fmax fmin fmod fract frexp get_global_id"
                  + " get_global_size get_group_id get_local_id get_local_size get_num_groups"
                  + " hadd half_exp half_log half_recip half_sqrt hypot ilogb isequal isfinite"
                  + " isgreater isgreaterequal isinf isless islessequal islessgreater isnan isnormal"
                  + " isnotequal isordered isunordered ldexp length lgamma lgamma_r log log10 log1p"
                  + " log2 logb mad mad24 mad_hi mad_sat max maxmag mem_fence min minmag mix modf"
                  + " mul24 mul_hi nan native_cos native_divide native_exp native_exp10 native_exp2"
                  + " native_log native_log10 native_log2 native_powr native_recip native_rsqrt"
                  + " native_sin native_sqrt native_tan nextafter normalize popcount pow pown powr"
                  + " prefetch printf radians remainder remquo rhadd rint rootn rotate round rsqrt"
                  + " select shuffle shuffle2 sign signbit sin sincos sinh sinpi smoothstep sqrt"
                  + " step sub_sat tan tanh tanpi tgamma trunc upsample vload2 vload4 vload_half"
                  + " vstore2 vstore4 vstore_half wait_group_events")
              .split(" "));

  private OpenClNames() {}

  static boolean isBuiltin(String name) {
    return BUILTINS.contains(name);
  }
}
