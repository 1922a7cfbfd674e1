/** Devices and the shapes of kernels. */
package uk.ac.manchester.tornado.api.common;
