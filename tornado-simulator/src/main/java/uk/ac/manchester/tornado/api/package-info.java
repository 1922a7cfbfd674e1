/** What programs call: task graphs, execution plans, grids and the context of a kernel. */
package uk.ac.manchester.tornado.api;
